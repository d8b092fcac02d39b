"""Finds where in a text a picture is credited."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from pressparse.expressions.credit_lines import CreditLine, read_credit_line
from pressparse.expressions.credit_parties import is_known_source, party_of
from pressparse.rules import Rules, load_rules

LABELLED, UNLABELLED = 0.95, 0.8
_LONGEST_CREDIT = 240
_LONGEST_LINE = 90
_MOST_TAIL_WORDS = 14
_EDGES = " \t\n.,;:|-–—()[]"
_SENTENCE_END = re.compile(r"[.!?](?=\s|\Z)")
_LAST_TOKEN = re.compile(r"[\w.&’'-]+\Z")
_ASIDE = re.compile(r"\s[|–—-]{1,2}\s")
_OWNER = re.compile(r"(?:\A|[\n.!?:;|([–—]\s*)(?P<owner>(?:[A-Z][\w.&-]*\s){1,5})\Z")
_SOURCE_LABELS = ("source", "quelle", "fuente", "fonte", "bron", "källa")
_JOINED = re.compile(r"/|\bvia\b|\s\|\s|©")


@dataclass(frozen=True, slots=True)
class FoundCredit:
    """A credit in a text: offsets in Unicode code points, half open, and what it says."""

    start: int
    end: int
    line: CreditLine
    confidence: float


Reader = Callable[[str], "CreditLine | None"]


def find_credits(
    text: str, *, is_caption: bool = False, is_organization: Callable[[str], bool] = lambda _name: False
) -> list[FoundCredit]:
    """The credits in `text`, in order.

    Args:
        text: a block of a post.
        is_caption: whether the text stands beside a picture, where a bare name is a credit too.
        is_organization: asked about a name that could as well be a person's.

    Examples:
        >>> [c.line.creators for c in find_credits("The quay at dusk. (Photo: Ann Poe/Harbour News)")]
        [('Ann Poe',)]
    """
    read = partial(read_credit_line, is_organization=is_organization)
    found: list[FoundCredit] = []
    for find in (_labelled_brackets, _labelled, _bare_brackets):
        for credit in find(text, read, is_caption):
            _add(found, credit)
    if not found:
        found.extend(_unlabelled(text, read, is_caption))
    return sorted(found, key=lambda credit: credit.start)


def _add(found: list[FoundCredit], candidate: FoundCredit) -> None:
    if all(candidate.end <= other.start or other.end <= candidate.start for other in found):
        found.append(candidate)


def _labelled_brackets(text: str, read: Reader, _is_caption: bool) -> Iterator[FoundCredit]:
    for match in _rules().regex("bracket").finditer(text):
        inside = match["inside"]
        labels = [m.start() for m in _label_matches(inside) if _starts_clause(inside, m.start())]
        credits_ = (_credit(inside, at, len(inside), read, LABELLED) for at in labels)
        credit = next(filter(None, credits_), None)
        if credit:
            yield _shifted(credit, match.start("inside"))


def _bare_brackets(text: str, read: Reader, is_caption: bool) -> Iterator[FoundCredit]:
    """Brackets that hold names alone, "(Ann Poe/Reuters)", or a label without its colon, "(Photo Ann Poe)"."""
    for match in _rules().regex("bracket").finditer(text):
        inside = match["inside"]
        credit = _credit(inside, 0, len(inside), read, UNLABELLED)
        if credit and (_has_bare_label(inside, credit) or _is_telling(credit, inside, is_caption)):
            yield _shifted(credit, match.start("inside"))


def _shifted(credit: FoundCredit, by: int) -> FoundCredit:
    return FoundCredit(credit.start + by, credit.end + by, credit.line, credit.confidence)


def _has_bare_label(inside: str, credit: FoundCredit) -> bool:
    head = _rules().regex("bare_label").match(inside)
    return bool(head and not inside[head.end()].islower() and not credit.line.is_empty)


def _labelled(text: str, read: Reader, is_caption: bool) -> Iterator[FoundCredit]:
    """Credits with a label or a copyright mark, to the end of their sentence or line."""
    last_end = 0
    notices = _rules().regex("copyright").finditer(text)
    for match in sorted([*_label_matches(text), *notices], key=lambda m: m.start()):
        start = _with_owner(text, match.start())
        is_placed = _starts_clause(text, start) or (is_caption and _opens(text, start)) or match[0][0] in "©("
        if start < last_end or not is_placed:
            continue
        end = _credit_end(text, match.end())
        credit = _credit(text, start, end, read, LABELLED) or _before_aside(text, start, end, read)
        if credit and _is_sound(credit, match, text, is_caption):
            last_end = credit.end
            yield credit


def _is_sound(credit: FoundCredit, label: re.Match[str], text: str, is_caption: bool) -> bool:
    """Whether a labelled credit is a picture's: not the source of the text, nor the page's copyright notice."""
    is_known = is_caption and any(map(is_known_source, credit.line.sources))
    if label[0].casefold().startswith(_SOURCE_LABELS):
        return is_known
    if _rules().regex("page_copyright").search(text[label.start() : label.start() + _LONGEST_CREDIT]):
        return is_known
    return not credit.line.is_empty or (is_caption and credit.line.courtesy)


def _label_matches(text: str) -> list[re.Match[str]]:
    return [m for name in ("label", "glued_label") for m in _rules().regex(name).finditer(text)]


def _starts_clause(text: str, start: int) -> bool:
    return bool(_rules().regex("clause_start").search(text[max(0, start - 8) : start])) if start else True


def _opens(text: str, start: int) -> bool:
    return text[start].isupper() and text[start - 1].isspace()


def _with_owner(text: str, start: int) -> int:
    """The start of the credit with the body named before "photo by": "U.S. Navy photo by"."""
    match = _OWNER.search(text[max(0, start - 80) : start])
    if match and not text[start].isupper() and not text[max(0, start - 80) : start].isspace():
        return start - len(match["owner"])
    return start


def _credit_end(text: str, start: int) -> int:
    """Where the credit that goes on at `start` ends: with its sentence, its line, or before a date or another label."""
    limit = min(len(text), start + _LONGEST_CREDIT)
    line_end = text.find("\n", start, limit)
    limit = line_end if line_end >= 0 else limit
    closing = next((at for at in range(start, limit) if _closes(text, start, at)), None)
    limit = closing if closing is not None else limit
    for name in ("date_or_duration", "other_label"):
        match = _rules().regex(name).search(text, start, limit)
        limit = match.start() if match else limit
    for match in _SENTENCE_END.finditer(text, start, limit):
        if not _is_abbreviation(text[start : match.start()]) and not _goes_on(text, match.end()):
            return match.start()
    return limit


def _closes(text: str, start: int, at: int) -> bool:
    """Whether the bracket at `at` was opened before `start`."""
    opening = {")": "(", "]": "["}.get(text[at])
    return opening is not None and text.count(text[at], start, at + 1) > text.count(opening, start, at)


def _is_abbreviation(before: str) -> bool:
    token = _LAST_TOKEN.search(before)
    word = token[0].lstrip("'’-") if token else ""
    return len(word) == 1 or "." in word or word in _rules().words("abbreviations")


def _goes_on(text: str, position: int) -> bool:
    """Whether another statement of the same credit follows: "Illustration by A. Photo by B."."""
    following = text[position : position + 80].lstrip()
    return bool(_rules().regex("label").match(following))


def _before_aside(text: str, start: int, end: int, read: Reader) -> FoundCredit | None:
    """The credit up to a dash or a bar, where what follows is something else."""
    aside = _ASIDE.search(text, start, end)
    return _credit(text, start, aside.start(), read, UNLABELLED) if aside else None


def _credit(text: str, start: int, end: int, read: Reader, confidence: float) -> FoundCredit | None:
    """The credit that is all of `text[start:end]`, without the white space and marks at its ends."""
    words = text[start:end]
    start += len(words) - len(words.lstrip(" \t\n,;"))
    end = start + len(text[start:end].rstrip(" \t\n.,;|–—-"))
    end += text[end : end + 1] == "." and _is_abbreviation(text[start:end])
    line = read(text[start:end]) if start < end else None
    return FoundCredit(start, end, line, confidence) if line else None


def _unlabelled(text: str, read: Reader, is_caption: bool) -> Iterator[FoundCredit]:
    """Names alone: a line of its own ("Ann Poe/Reuters"), or the tail of a caption."""
    for line in re.finditer(r"[^\n]+", text):
        begins_as_caption = is_caption or _is_picture_line(line[0])
        if not begins_as_caption and len(line[0]) > _LONGEST_LINE:
            continue
        for start in _tails(line[0]) if begins_as_caption else (0,):
            credit = _credit(text, line.start() + start, line.end(), read, UNLABELLED)
            if credit and _is_telling(credit, line[0][start:], begins_as_caption):
                yield credit
                break


def _is_picture_line(line: str) -> bool:
    """Whether the line opens as a caption does: "Picture: the quay at dusk. Ann Poe/Reuters"."""
    match = _rules().regex("label").match(line)
    return bool(match and ":" in match[0])


def _tails(line: str) -> Iterator[int]:
    """Where a credit at the end of a caption may start: at the line, after a sentence or a bar, at each last word."""
    yield 0
    ends = [m.end() for m in _SENTENCE_END.finditer(line) if not _is_abbreviation(line[: m.start()])]
    asides = [m.end() for m in _ASIDE.finditer(line)]
    yield from (end for end in sorted(ends + asides) if end < len(line))
    last_words = list(re.finditer(r"(?<!\S)[A-Z]\S*", line[-_LONGEST_CREDIT:]))[-_MOST_TAIL_WORDS:]
    shift = max(0, len(line) - _LONGEST_CREDIT)
    yield from (shift + word.start() for word in last_words)


def _is_telling(credit: FoundCredit, words: str, is_caption: bool) -> bool:
    """Whether names without a label are a credit: an agency's, or a person's joined to a body's by a slash."""
    line = credit.line
    known = [source for source in line.sources if is_known_source(source)]
    is_joined = bool(_JOINED.search(words)) and len(line.creators) + len(line.sources) > 1
    if is_joined and known:
        return is_caption or bool(line.creators) or "PR Newswire" in known
    if not is_caption:
        return False
    if is_joined and line.creators:
        return any(party_of(source) == "organization" for source in line.sources)
    if _rules().regex("stated_status").search(words) or line.courtesy:
        return True
    return bool(known) and len(known) == len(line.sources) and len(line.creators) <= 1


def _rules() -> Rules:
    return load_rules("photo_credits")
