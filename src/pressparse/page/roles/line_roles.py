"""What a single block says of itself: its role by its own words, before its neighbours are asked."""

from __future__ import annotations

from functools import cache, lru_cache

from pressparse.document import Archive
from pressparse.page.roles.bylines import byline_names
from pressparse.page.roles.datelines import find_dateline
from pressparse.page.roles.name_lines import dated_organization, dated_writer, is_bare_credit
from pressparse.rules import Pattern, Rules, load_rules

# Furniture is short; a longer block is read as text, but for what opens like a legal notice.
_LONGEST_LINE = 400
_LONGEST_BYLINE = 200
_LONGEST_DATELINE = 120
_LONGEST_MARK = 160


def line_kind(text: str) -> str | None:
    """The kind that a block's words give it: a role, `drop`, or what they open; None where they give none.

    Examples:
        >>> line_kind("FOR IMMEDIATE RELEASE"), line_kind("Media Contact:"), line_kind("Share this:")
        ('embargo', 'contact_opener', 'drop')
        >>> line_kind("The bridge opened on Friday.") is None
        True
    """
    if not text:
        return "drop"
    if len(text) > _LONGEST_LINE:
        return "legal_opener" if _rules().regex("legal_opener/notice").match(text) else None
    return _short_line_kind(text)


@lru_cache(maxsize=32_768)  # the stages ask for the same lines again, of the longest pages too
def _short_line_kind(text: str) -> str | None:
    if archive_heading(text, bare=False) is not None:
        return "drop"
    found = next((pattern for pattern in _line_patterns() if pattern.regex.match(text)), None)
    kind = found.name.partition("/")[0] if found else None
    may_sign = kind in {None, "published", "caption"} and len(text) < _LONGEST_BYLINE
    if may_sign and not _is_card(text) and byline_names(text):
        return "byline"
    if kind in {None, "published"} and (named := _named_kind(text)):
        return named
    if kind is not None:
        return kind
    dateline = find_dateline(text) if len(text) < _LONGEST_DATELINE else None
    return "dateline" if dateline and dateline.span.end == len(text) and dateline.place else None


def _is_card(text: str) -> bool:
    """Whether a block lists what is known of a work: "Author: Jane Roe", "Released: 2020", "Genre: crime"."""
    return sum(line.partition(":")[0].isalpha() and ": " in line for line in text.split("\n")) > 2


def _named_kind(text: str) -> str | None:
    """The kind of a line that holds names alone, or a name and a date."""
    if dated_organization(text):
        return "source"
    if dated_writer(text):
        return "byline"
    return "photo_credit" if is_bare_credit(text) else None


def source_name(text: str) -> str | None:
    """The outlet that a source line names, without the word that introduces it.

    Examples:
        >>> source_name("Harbour News Centre Source"), source_name("SOURCE Acme Corp."), source_name("Open")
        ('Harbour News Centre', 'Acme Corp.', None)
        >>> source_name("Harbour Institute, 3 February 2020")
        'Harbour Institute'
    """
    for pattern in _line_patterns():
        if pattern.name.startswith("source/") and (found := pattern.regex.match(text)):
            return found["name"].strip()
    return dated_organization(text)


def is_more_mark(text: str) -> bool:
    """Whether a line, or the words of a link, are a read-more mark.

    Examples:
        >>> is_more_mark("Continue reading →"), is_more_mark("–MORE–"), is_more_mark("More than forty came.")
        (True, True, False)
    """
    return is_more_link(text) or _rules().regex("more/mark").match(text.strip()) is not None


def is_more_link(text: str) -> bool:
    """Whether a line is a read-more mark that a page writes in words, and no release on paper does.

    Examples:
        >>> is_more_link("Keep reading"), is_more_link("- more -")
        (True, False)
    """
    return _rules().regex("more/link").match(text.strip()) is not None


def split_more_mark(text: str) -> tuple[str, str]:
    """A paragraph, and the read-more mark that it ends in; the mark is empty where there is none.

    Examples:
        >>> split_more_mark("What keeps her rowing?  –MORE–")
        ('What keeps her rowing?', '–MORE–')
        >>> split_more_mark("He wanted more.")
        ('He wanted more.', '')
    """
    found = _rules().regex("trailing_more").search(text, max(0, len(text) - _LONGEST_MARK))
    if not found:
        return text, ""
    return text[: found.start("mark")].rstrip(), found["mark"].strip()


def archive_heading(text: str, *, bare: bool = True) -> Archive | None:
    """What a listing's heading says that it lists.

    `bare` takes "Category: News" for such a heading too, which away from a page's head may be anything.

    Examples:
        >>> archive_heading("Archives for posts with tag: TideTables")
        Archive(taxonomy='tag', term='TideTables')
        >>> archive_heading("Tags were removed") is None
        True
    """
    if len(text) > 160:
        return None
    for pattern in load_rules("archives").patterns.values():
        if (bare or not pattern.name.endswith("/bare")) and (found := pattern.regex.match(text)):
            return Archive(pattern.name.partition("/")[0], found["term"].strip(" “”‘’\"':"))
    return None


@cache
def _line_patterns() -> tuple[Pattern, ...]:
    return tuple(pattern for name, pattern in _rules().patterns.items() if "/" in name)


@cache
def _rules() -> Rules:
    return load_rules("furniture")
