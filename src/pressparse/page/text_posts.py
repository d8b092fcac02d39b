"""Where the posts of a plain text begin and end: a pasted archive holds several, and so does a mail of releases."""

from __future__ import annotations

from collections.abc import Sequence

from pressparse.document import BODY_ROLES, Role
from pressparse.page.line_roles import archive_heading
from pressparse.page.raw import RawBlock

_HEADINGS = frozenset({"h1", "h2", "h3"})
_SIGNED: frozenset[Role | None] = frozenset({"published", "byline"})
# What stands under a post of a listing; one of the first kind is enough to end it.
_ENDS_POST: frozenset[Role | None] = frozenset({"more", "tags"})
_UNDER_POST: frozenset[Role | None] = frozenset(
    {
        "more",
        "tags",
        "social",
        "photo_credit",
        "byline",
        "published",
        "source",
        "end_mark",
        "contact",
        "other",
        None,
    }
)
_HEAD_OF_LISTING = 12  # so far down a listing says what it is
_LEAST_BODY = 80
_LEAST_RELEASE = 200


def split_posts(blocks: Sequence[RawBlock], roles: Sequence[Role | None]) -> list[slice]:
    """The stretch of blocks of each post, in order; one where nothing parts the text.

    The roles within a stretch are better told once more, from the stretch alone: each post has a head of its own.

    Examples:
        >>> texts = ["Tag: birds", "One " * 30, "Read more »", "Two " * 30]
        >>> split_posts([RawBlock(t, "p") for t in texts], [None, "paragraph", "more", "paragraph"])
        [slice(0, 3, None), slice(3, 4, None)]
    """
    starts = _listed_starts(blocks, roles) or _dated_starts(blocks, roles) or _release_starts(blocks, roles)
    starts = [start for start in starts if start > 0]
    edges = [0, *starts, len(blocks)]
    return [slice(a, b) for a, b in zip(edges, edges[1:], strict=False) if a < b] or [slice(0, 0)]


def _listed_starts(blocks: Sequence[RawBlock], roles: Sequence[Role | None]) -> list[int]:
    """In a listing, the blocks of text that follow what stands under a post."""
    is_listing = any(archive_heading(block.text) for block in blocks[:_HEAD_OF_LISTING])
    starts: list[int] = []
    run_start, has_body = 0, False
    for place, role in enumerate(roles):
        if role not in BODY_ROLES and role not in {"title", "subtitle"}:
            continue
        run = roles[run_start:place]
        if has_body and _ends_post(run, is_listing=is_listing, heads_next=_is_heading(blocks[place])):
            starts.append(place)
            has_body = False
        has_body = has_body or len(blocks[place].text) >= _LEAST_BODY
        run_start = place + 1
    marks = sum(role in _ENDS_POST for role in roles)
    return starts if is_listing or marks > 1 else []


def _ends_post(run: Sequence[Role | None], *, is_listing: bool, heads_next: bool) -> bool:
    if not run or not all(role in _UNDER_POST for role in run):
        return False
    if any(role in _ENDS_POST for role in run):
        return is_listing or heads_next
    return is_listing and (len(run) > 1 or (heads_next and run[0] != "source"))


def _dated_starts(blocks: Sequence[RawBlock], roles: Sequence[Role | None]) -> list[int]:
    """Headings that carry a date or a byline, where more than one does."""
    starts = [
        place
        for place in range(len(blocks) - 1)
        if _is_heading(blocks[place]) and roles[place] in {"title", "heading"} and roles[place + 1] in _SIGNED
    ]
    return (
        starts[1:]
        if len(starts) > 1 and all(_has_body(roles, blocks, a, b) for a, b in _stretches(starts, blocks))
        else []
    )


def _release_starts(blocks: Sequence[RawBlock], roles: Sequence[Role | None]) -> list[int]:
    """Lines that say "for immediate release" again, after the text of another release."""
    starts: list[int] = []
    previous = 0
    for place, role in enumerate(roles):
        if role == "embargo" and place and roles[place - 1] != "embargo":
            if _has_body(roles, blocks, previous, place, _LEAST_RELEASE) and _has_body(
                roles, blocks, place, len(blocks), _LEAST_RELEASE
            ):
                starts.append(place)
            previous = place
    return starts


def _stretches(starts: Sequence[int], blocks: Sequence[RawBlock]) -> list[tuple[int, int]]:
    return list(zip(starts, [*starts[1:], len(blocks)], strict=True))


def _has_body(
    roles: Sequence[Role | None], blocks: Sequence[RawBlock], start: int, end: int, least: int = _LEAST_BODY
) -> bool:
    return sum(len(blocks[p].text) for p in range(start, end) if roles[p] in BODY_ROLES) >= least


def _is_heading(block: RawBlock) -> bool:
    return block.element in _HEADINGS
