"""HTML → blocks: the tree, what of it a reader sees, what is content, and how many posts it holds."""
