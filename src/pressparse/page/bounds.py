"""How much text of one post is read: enough for a book's chapter, too little to hold a machine up."""

from __future__ import annotations

from dataclasses import replace

from pressparse.document import PageWarning
from pressparse.page.raw import PagePost

MOST_TEXT = 400_000  # characters of one post


def bounded(page_post: PagePost) -> tuple[PagePost, tuple[PageWarning, ...]]:
    """The post, its text cut at `MOST_TEXT` characters, and a warning where it was.

    Examples:
        >>> from pressparse.document import Block, Post
        >>> post = Post("a" * 400_010, (Block("paragraph", 0, 400_010),))
        >>> cut, [warning] = bounded(PagePost(post))
        >>> len(cut.post.text), warning.code
        (400000, 'post_too_long')
    """
    post = page_post.post
    if len(post.text) <= MOST_TEXT:
        return page_post, ()
    blocks = tuple(replace(b, end=min(b.end, MOST_TEXT)) for b in post.blocks if b.start < MOST_TEXT)
    end = blocks[-1].end
    cut = replace(
        page_post,
        post=replace(post, text=post.text[:end], blocks=blocks),
        links=tuple(link for link in page_post.links if link.end <= end),
        emphasis=tuple(stretch for stretch in page_post.emphasis if stretch[1] <= end),
        images=tuple((i, block) for i, block in page_post.images if block is None or block < len(blocks)),
    )
    return cut, (PageWarning("post_too_long", f"a post was cut after {end} of {len(post.text)} characters"),)
