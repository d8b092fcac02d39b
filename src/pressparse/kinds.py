"""The kinds of records, by name: known without loading what finds them."""

from __future__ import annotations

from collections.abc import Iterable

from pressparse.errors import PressparseError

KINDS: tuple[str, ...] = (
    "entities", "quotes", "awards", "numbers", "photo_credits", "social_handles", "dates", "contacts",
)  # fmt: skip


def chosen_kinds(only: Iterable[str] | None) -> frozenset[str]:
    """The kinds that `only` names, all of them where it is None.

    Raises:
        PressparseError: a name is no kind of record.

    Examples:
        >>> sorted(chosen_kinds(["quotes", "awards"]))
        ['awards', 'quotes']
        >>> chosen_kinds("quotes,award")
        Traceback (most recent call last):
        ...
        pressparse.errors.PressparseError: no such kind of record: 'award'; choose from entities, quotes, \
awards, numbers, photo_credits, social_handles, dates, contacts
    """
    if only is None:
        return frozenset(KINDS)
    if not isinstance(only, Iterable):
        raise PressparseError(
            f"only takes names of kinds of records, not {only!r}; choose from {', '.join(KINDS)}"
        )
    named = only.split(",") if isinstance(only, str) else only
    names = [name.strip() for name in named if name.strip()]
    if not names:
        raise PressparseError(f"no kind of record is named; choose from {', '.join(KINDS)}")
    unknown = [name for name in names if name not in KINDS]
    if unknown:
        raise PressparseError(f"no such kind of record: {unknown[0]!r}; choose from {', '.join(KINDS)}")
    return frozenset(names)
