"""Where the posts of a plain text begin and end: a pasted archive holds several."""

from __future__ import annotations

from collections.abc import Sequence

from pressparse.document import Role
from pressparse.page.raw import RawBlock


def split_posts(blocks: Sequence[RawBlock], roles: Sequence[Role | None]) -> list[slice]:
    """The stretch of blocks of each post, in order; one where nothing parts the text."""
    return [slice(0, len(blocks))]
