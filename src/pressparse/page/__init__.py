"""From bytes to posts: decode → blocks → roles → posts, with what the page's metadata says."""
