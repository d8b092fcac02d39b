"""Where the posts of a plain text begin and end: a pasted archive holds several."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pressparse.document import BODY_ROLES, Role
from pressparse.page.raw import RawBlock
from pressparse.page.roles.line_roles import archive_heading, is_more_link, is_more_mark

_HEADINGS = frozenset({"h1", "h2", "h3"})
_UNDER_POST: tuple[Role | None, ...] = (
    None, "more", "tags", "social", "photo_credit", "byline", "published", "source", "end_mark", "contact",
    "other",
)  # fmt: skip
_DATED = frozenset({"published", "byline"})
_HEAD_OF_LISTING = 12  # so far down a listing says what it is
_LEAST_BODY = 80
_LEAST_RELEASE = 200


def split_posts(blocks: Sequence[RawBlock], roles: Sequence[Role | None]) -> list[slice]:
    """The stretch of blocks of each post, in order; one where nothing parts the text.

    The roles within a stretch are better told once more, from the stretch alone: each post has its own head.

    Examples:
        >>> texts = ["Tag: birds", "One " * 30, "Read more »", "Two " * 30]
        >>> split_posts([RawBlock(t, "p") for t in texts], [None, "paragraph", "more", "paragraph"])
        [slice(0, 3, None), slice(3, 4, None)]
    """
    text = _Text(blocks, roles)
    starts = text.listed_starts() or text.dated_starts() or text.release_starts()
    edges = [0, *starts, len(blocks)]
    return [slice(a, b) for a, b in pairwise(edges) if a < b] or [slice(0, 0)]


def without_listing_head(blocks: Sequence[RawBlock]) -> list[RawBlock]:
    """The blocks without the site's name, motto and menu that stand over a listing's heading.

    Examples:
        >>> texts = ["The Gull", "News from the quay", "Category Archives: Boats", "A boat " * 30]
        >>> [block.text[:8] for block in without_listing_head([RawBlock(text, "p") for text in texts])]
        ['Category', 'A boat A']
    """
    for place, block in enumerate(blocks[:_HEAD_OF_LISTING]):
        if len(block.text) >= _LEAST_BODY:
            break
        if archive_heading(block.text, bare=False):
            return list(blocks[place:])
    return list(blocks)


class _Text:
    """The blocks of a text with their roles, and the signs in them that a post ends."""

    def __init__(self, blocks: Sequence[RawBlock], roles: Sequence[Role | None]) -> None:
        self._blocks = blocks
        self._roles = roles
        self._is_listing = any(archive_heading(block.text) for block in blocks[:_HEAD_OF_LISTING])

    def listed_starts(self) -> list[int]:
        """The blocks that follow what stands under a post, or open what stands over one."""
        starts: list[int] = []
        run_start, has_body = 0, False
        for place, role in enumerate(self._roles):
            if role not in BODY_ROLES and role not in {"title", "subtitle"}:
                continue
            start = self._start_of_post(range(run_start, place)) if has_body else None
            if start is not None:
                starts.append(start)
                has_body = False
            has_body = has_body or len(self._blocks[place].text) >= _LEAST_BODY
            run_start = place + 1
        return starts if self._is_listing or self._count_of_ends() > 1 else []

    def _start_of_post(self, run: range) -> int | None:
        """Where a post starts, if a stretch of furniture parts two: at its end, or over it at the heading.

        Under a heading such a stretch is of the post's own head; a date at its end stands over the next heading.
        """
        if not self._ends_post(run):
            return None
        roles = [self._roles[place] for place in run]
        if run.start and self._heads(run.start - 1) and not _DATED.isdisjoint(roles):
            return run.start - 1
        return run.stop - 1 if roles[-1] == "published" and self._heads(run.stop) else run.stop

    def dated_starts(self) -> list[int]:
        """Headings that carry a date or a byline, where more than one does."""
        starts = [
            place
            for place in range(len(self._blocks) - 1)
            if self._heads(place) and self._roles[place + 1] in _DATED
        ]
        stretches = pairwise([*starts, len(self._blocks)])
        return starts[1:] if all(self._body_length(a, b) >= _LEAST_BODY for a, b in stretches) else []

    def release_starts(self) -> list[int]:
        """Lines that say "for immediate release" again, after the text of another release."""
        openings = [
            place
            for place, role in enumerate(self._roles)
            if role == "embargo" and (place == 0 or self._roles[place - 1] != "embargo")
        ]
        stretches = pairwise([*openings, len(self._blocks)])
        full = [a for a, b in stretches if self._body_length(a, b) >= _LEAST_RELEASE]
        return [place for place in full if self._body_length(0, place) >= _LEAST_RELEASE]

    def _ends_post(self, run: range) -> bool:
        """Whether the furniture of a stretch stands under a post, and the block after it begins another."""
        roles = [self._roles[place] for place in run]
        if not roles or any(role not in _UNDER_POST for role in roles):
            return False
        if self._is_listing:
            marked = any(
                role == "tags" or is_more_mark(self._blocks[p].text)
                for p, role in zip(run, roles, strict=True)
            )
            return marked or len(roles) > 1 or (self._heads(run.stop) and roles[0] != "source")
        return self._heads(run.stop) and any(self._is_end(place) for place in run)

    def _count_of_ends(self) -> int:
        return sum(map(self._is_end, range(len(self._blocks))))

    def _is_end(self, place: int) -> bool:
        """Whether a block ends a post wherever it stands; the "- more -" of a release's page does not."""
        return self._roles[place] == "tags" or is_more_link(self._blocks[place].text)

    def _heads(self, place: int) -> bool:
        return self._blocks[place].element in _HEADINGS and self._roles[place] in {"title", "heading"}

    def _body_length(self, start: int, end: int) -> int:
        return sum(
            len(self._blocks[place].text) for place in range(start, end) if self._roles[place] in BODY_ROLES
        )
