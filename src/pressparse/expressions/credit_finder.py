"""Finds where in a text a picture is credited."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from itertools import islice

from pressparse.expressions.credit_lines import CreditLine, read_credit_line
from pressparse.expressions.credit_parties import is_known_source, party_of
from pressparse.rules import Rules, load_rules

LABELLED, UNLABELLED = 0.95, 0.8
_LONGEST_CREDIT = 240
_LONGEST_LINE = 90
_LONGEST_WORD = 30
_SHORT_WORD = 4
# A page gives each picture a block of its own; a block with more labels than this is no caption.
_MOST_LABELS = 100
_MOST_TAIL_WORDS = 14
_EDGES = " \t\n.,;:|-–—()[]"
_SENTENCE_END = re.compile(r"[.!?](?=\s|\Z)")
_GLUED_SENTENCE_END = re.compile(r"(?<=[a-z\d”\")])[.!?](?=[A-Z])")
_LAST_TOKEN = re.compile(r"(?<![\w.&’'-])[\w.&’'-]+\Z")
_ASIDE = re.compile(r"\s[|–—-]{1,2}\s")
_OF_ANOTHER = re.compile(r"\A\w{1,20}\sof\s")  # "Photo of the dancers courtesy …" is another picture's
_OWNER = re.compile(r"(?:\A|[\n.!?:;|([–—]\s{0,20})(?P<owner>(?:[A-Z][\w.&-]*\s){1,5})\Z")
_NAMES_MAKER = re.compile(r"(?i)\b(?:photo\w*|pictures?|images?|portraits?|illustrations?)\s+by\b")
_MADE_BY = re.compile(r"(?i)\bby\W*\Z")
_NAMES_PICTURE = re.compile(r"(?i)photo|pic|image|portrait|illustr|foto|bild")
_SOURCE_LABELS = ("source", "quelle", "fuente", "fonte", "bron", "källa")
_JOINED = re.compile(r"(?<!\d)/|/(?!\d)|\bvia\b|\s\|\s|©")
_JOINTS = frozenset({"/", "|", "via", "and", "&", "for"})
_JOINED_IN_TEXT = re.compile(r"(?<!\d)/(?!\d)|\bvia\b")


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
        for credit in islice(find(text, read, is_caption), _MOST_LABELS):
            _add(found, credit)
    if not found:
        found.extend(_unlabelled(text, read, is_caption))
    return sorted(found, key=lambda credit: credit.start)


def _add(found: list[FoundCredit], candidate: FoundCredit) -> None:
    if all(candidate.end <= other.start or other.end <= candidate.start for other in found):
        found.append(candidate)


def _labelled_brackets(text: str, read: Reader, is_caption: bool) -> Iterator[FoundCredit]:
    for match in _rules().regex("bracket").finditer(text):
        inside = match["inside"]
        for label in _label_matches(inside):
            is_placed = _starts_clause(inside, label.start())
            credit = _credit(inside, label.start(), len(inside), read, LABELLED) if is_placed else None
            if credit and _is_sound(credit, label, inside, is_caption, allow_empty=True):
                yield _shifted(credit, match.start("inside"))
                break


def _bare_brackets(text: str, read: Reader, is_caption: bool) -> Iterator[FoundCredit]:
    """Brackets that hold names alone, "(Ann Poe/Reuters)", or a label without colon, "(Photo Ann Poe)"."""
    for match in _rules().regex("bracket").finditer(text):
        inside = match["inside"]
        has_label = bool(_rules().regex("bare_label").match(inside))
        if not (is_caption or has_label or _JOINED_IN_TEXT.search(inside)):
            continue
        credit = _credit(inside, 0, len(inside), read, UNLABELLED)
        if credit and (_has_bare_label(inside, credit) or _is_telling(credit, inside, is_caption)):
            yield _shifted(credit, match.start("inside"))


def _shifted(credit: FoundCredit, by: int) -> FoundCredit:
    return FoundCredit(credit.start + by, credit.end + by, credit.line, credit.confidence)


def _has_bare_label(inside: str, credit: FoundCredit) -> bool:
    head = _rules().regex("bare_label").match(inside)
    return bool(head and not inside[head.end() : head.end() + 1].islower() and not credit.line.is_empty)


def _labelled(text: str, read: Reader, is_caption: bool) -> Iterator[FoundCredit]:
    """Credits with a label or a copyright mark, to the end of their sentence or line."""
    last_end = 0
    is_loose = is_caption or bool(_rules().regex("credits_line").match(text))
    notices = _rules().regex("copyright").finditer(text)
    for match in sorted([*_label_matches(text), *notices], key=lambda m: m.start())[:_MOST_LABELS]:
        start = _with_owner(text, match.start()) if _NAMES_MAKER.search(match[0]) else match.start()
        is_placed = _is_placed(text, start, match, is_caption=is_caption, is_loose=is_loose)
        is_prose = not is_caption and match[0][0].islower() and not _NAMES_PICTURE.match(match[0])
        if start < last_end or not is_placed or is_prose:
            continue
        end = _credit_end(text, match.end())
        credit = _credit(text, start, end, read, LABELLED)
        if credit is None and _NAMES_MAKER.search(match[0]):
            credit = _before_aside(text, start, end, read)
        if credit and _is_sound(credit, match, text, is_caption):
            last_end = credit.end
            yield credit


def _is_placed(text: str, start: int, label: re.Match[str], *, is_caption: bool, is_loose: bool) -> bool:
    """Whether a credit may begin at `start`: with a clause, and in captions behind a comma too."""
    if _starts_clause(text, start) or label[0][0] in "©(" or (is_loose and _opens(text, start)):
        return True
    follows_comma = _rules().regex("caption_comma").search(text, max(0, start - 2), start) is not None
    is_named = text[label.end() : label.end() + 1].isupper()
    return is_caption and follows_comma and is_named and bool(_MADE_BY.search(label[0]))


def is_page_notice(text: str, line: CreditLine) -> bool:
    """Whether a copyright notice is the page's own: it has a year or reserves rights, and names no agency.

    Examples:
        >>> text = "© 2022 Harbour Media"
        >>> is_page_notice(text, read_credit_line(text))
        True
    """
    if _NAMES_PICTURE.match(text):  # "Photograph © Ann Poe 2019"
        return False
    has_notice = bool(_rules().regex("page_copyright").search(text[:_LONGEST_CREDIT]))
    return has_notice and not any(map(is_known_source, line.sources))


def _is_sound(
    credit: FoundCredit, label: re.Match[str], text: str, is_caption: bool, *, allow_empty: bool = False
) -> bool:
    """Whether a labelled credit is a picture's: not the text's source, nor the page's copyright notice."""
    line = credit.line
    is_known = is_caption and any(map(is_known_source, line.sources))
    if label[0].casefold().startswith(_SOURCE_LABELS):
        return is_known
    is_sure = is_known or (is_caption and any(party_of(name) == "person" for name in line.creators))
    has_dash = label[0].rstrip().endswith(("-", "–", "—"))
    if not is_sure and (has_dash or is_page_notice(text[label.start() :], line)):
        return False
    status = _rules().regex("stated_status").search(text, credit.start, credit.end)
    states_how = line.courtesy or status is not None
    return allow_empty or not line.is_empty or (is_caption and states_how)


def _label_matches(text: str) -> list[re.Match[str]]:
    folded = " ".join(text.casefold().split())
    has_cue = any(cue in folded for cue in _cues())
    names = ("label", "glued_label") if has_cue else ("glued_label",)
    return [match for name in names for match in _rules().regex(name).finditer(text)]


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
    """Where the credit that goes on at `start` ends: with its sentence or line, before a date or label."""
    limit = min(len(text), start + _LONGEST_CREDIT)
    line_end = text.find("\n", start, limit)
    limit = line_end if line_end >= 0 else limit
    limit = _closing(text, start, limit)
    for name in ("date_or_duration", "other_label"):
        match = _rules().regex(name).search(text, start, limit)
        limit = match.start() if match else limit
    for match in _SENTENCE_END.finditer(text, start, limit):
        if not _is_abbreviation(text, match.start()) and not _goes_on(text, match.end()):
            return match.start()
    return limit


def _closing(text: str, start: int, limit: int) -> int:
    """Where a bracket closes that was opened before `start`, or `limit`."""
    depth = 0
    for at in range(start, limit):
        depth += (text[at] in "([") - (text[at] in ")]")
        if depth < 0:
            return at
    return limit


def _is_abbreviation(text: str, end: int) -> bool:
    """Whether the full stop at `end` closes a short form or an initial rather than a sentence."""
    token = _LAST_TOKEN.search(text[max(0, end - _LONGEST_WORD) : end])
    word = token[0].lstrip("'’-") if token else ""
    return len(word) == 1 or "." in word or word in _rules().words("abbreviations")


def _goes_on(text: str, position: int) -> bool:
    """Whether another statement of the same credit follows: "Illustration by A. Photo by B."."""
    following = text[position : position + 80].lstrip()
    if _OF_ANOTHER.match(following):
        return False
    return any(_rules().regex(name).match(following) for name in ("label", "license"))


def _before_aside(text: str, start: int, end: int, read: Reader) -> FoundCredit | None:
    """The credit up to a dash or a bar, where what follows is something else."""
    aside = _ASIDE.search(text, start, end) or _rules().regex("prose_after").search(text, start, end)
    return _credit(text, start, aside.start(), read, UNLABELLED) if aside else None


def _credit(text: str, start: int, end: int, read: Reader, confidence: float) -> FoundCredit | None:
    """The credit that is all of `text[start:end]`, without the white space and marks at its ends."""
    words = text[start:end]
    marks = " \t\n,;" if ")" in words else " \t\n,;(["
    start += len(words) - len(words.lstrip(marks))
    end = start + len(text[start:end].rstrip(" \t\n.,;|–—-"))
    end += text[end : end + 1] == "." and _is_abbreviation(text, end)
    line = read(text[start:end]) if 0 < end - start <= 2 * _LONGEST_CREDIT else None
    return FoundCredit(start, end, line, confidence) if line else None


def _unlabelled(text: str, read: Reader, is_caption: bool) -> Iterator[FoundCredit]:
    """Names alone: a line of its own ("Ann Poe/Reuters"), or the tail of a caption."""
    for line in re.finditer(r"[^\n]+", text):
        begins_as_caption = is_caption or _is_picture_line(line[0])
        is_short = len(line[0]) <= _LONGEST_LINE and _JOINED_IN_TEXT.search(line[0])
        if not begins_as_caption and not is_short:
            continue
        for start in _tails(line[0]) if begins_as_caption else (0,):
            credit = _credit(text, line.start() + start, line.end(), read, UNLABELLED)
            if not credit or is_page_notice(line[0], credit.line):
                continue
            if _is_telling(credit, line[0][start:], begins_as_caption):
                yield credit
                break


def _is_picture_line(line: str) -> bool:
    """Whether the line opens as a caption does: "Picture: the quay at dusk. Ann Poe/Reuters"."""
    match = _rules().regex("label").match(line)
    return bool(match and ":" in match[0] and not match[0].casefold().startswith(_SOURCE_LABELS))


def _tails(line: str) -> Iterator[int]:
    """Where a credit at the end of a caption may start: at its last sentence, a bar in it, its last names."""
    ends = [m.end() for m in _SENTENCE_END.finditer(line) if not _is_abbreviation(line, m.start())]
    ends += [m.end() for m in _GLUED_SENTENCE_END.finditer(line)]
    last_sentence = max((end for end in ends if end < len(line.rstrip())), default=0)
    if _rules().regex("call_to_action").match(line[last_sentence:]):
        return
    yield last_sentence
    yield from (m.end() for m in _ASIDE.finditer(line, last_sentence))
    last = _last_names(line)
    yield from last if last and _JOINED.search(line, last[0]) else last[:1]


def _last_names(line: str) -> list[int]:
    """The starts of the words in the run of names that closes the line, in order."""
    starts: list[int] = []
    for word in reversed(list(re.finditer(r"\S+", line[-_LONGEST_CREDIT:]))[-_MOST_TAIL_WORDS:]):
        is_small = word[0] in _JOINTS or word[0] in _rules().words("person_particles")
        ends_clause = word[0][-1] in ",.;:!?)" and not re.fullmatch(r"\w\.", word[0])
        if starts and ends_clause and not line.endswith(word[0]):
            break
        if not is_small and (word[0][0].islower() or _GLUED_SENTENCE_END.search(word[0])):
            break
        if not is_small:
            starts.append(max(0, len(line) - _LONGEST_CREDIT) + word.start())
    return starts[::-1]


def _is_telling(credit: FoundCredit, words: str, is_caption: bool) -> bool:
    """Whether names without a label are a credit: an agency's, or a person's joined to a body's."""
    line = credit.line
    known = [source for source in line.sources if is_known_source(source)]
    joints = _JOINED if is_caption else _JOINED_IN_TEXT
    is_joined = bool(joints.search(words)) and len(line.creators) + len(line.sources) > 1
    if is_joined and known:
        return is_caption or bool(line.creators) or "PR Newswire" in known
    if not is_caption:
        return False
    if is_joined and line.creators:
        return any(party_of(source).endswith("organization") for source in line.sources)
    has_status = bool(_rules().regex("stated_status").search(words))
    if _has_bare_label(words.lstrip(), credit) and (known or line.creators):
        return True
    if words.lstrip().casefold().startswith("courtesy") or (has_status and not line.is_empty):
        return True
    return bool(known) and len(known) == len(line.sources) and len(line.creators) <= 1


@cache
def _cues() -> tuple[str, ...]:
    """What a text without a label lacks: most texts cost a glance."""
    pictures = _rules().words("pictures")
    stems = {word for word in pictures if len(word) > _SHORT_WORD}
    stems |= {
        f"{word}{mark}" for word in pictures - stems for mark in (":", " :", " by", " ©", " courtesy", "：")
    }
    return tuple(stems | _rules().words("label_cues"))


def _rules() -> Rules:
    return load_rules("photo_credits")
