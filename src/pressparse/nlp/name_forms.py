"""What the form of words tells of names: where a run of capitalised words begins and ends as one name."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache
from typing import TYPE_CHECKING

from pressparse.nlp.names import fold, is_generation, is_given_name, is_honorific, is_particle
from pressparse.nlp.roles import (
    is_organisation_word,
    is_role,
    is_role_abbreviation,
    is_role_modifier,
    is_role_of_several,
    is_state_body,
    may_be_surname,
)
from pressparse.rules import load_rules

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST_NAME = 7  # words; more capitalised words in a row are a headline or a list
HYPHENS = frozenset("-‐‑–")
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_BODY_LINKS = frozenset(
    {"of", "for", "on", "to", "against"}
)  # "Council on Trade", "Committee to Protect Birds"
_APOSTROPHES = frozenset("'’‘")
_OPENING, _CLOSING = frozenset("\"'“‘("), frozenset("\"'”’)")


def is_name_word(token: Token) -> bool:
    """Whether the token is capitalised, and a word or initials."""
    text = token.text
    return text[0].isupper() and text.replace(".", "").replace("'", "").replace("’", "").isalpha()


def is_address(token: Token) -> bool:
    """Whether the token is a form of address or a role cut short ("Mr.", "Sen.")."""
    return is_honorific(token.text) or is_role_abbreviation(token.text)


def address_before(doc: Doc, start: int) -> int:
    """Where the forms of address directly before token `start` begin; `start` if there are none."""
    while start > 0:
        cut_off = doc[start - 1].text == "." and start > 1 and not doc[start - 2].whitespace_
        i = start - 2 if cut_off else start - 1
        if not is_address(doc[i]):
            break
        start = i
    return start


def address_end(doc: Doc, i: int) -> int:
    """Where the form of address at token `i` ends, its period included; `i` if there is none."""
    if not is_address(doc[i]):
        return i
    cut_off = i + 1 < len(doc) and doc[i + 1].text == "." and not doc[i].whitespace_
    return i + 2 if cut_off else i + 1


def person_end(doc: Doc, start: int, longest: int = LONGEST_NAME) -> int:
    """Where a person's name that begins at token `start` ends; `start` if none does.

    Capitalised words and initials, with hyphens ("Ki-moon"), particles ("van der"), a nickname in marks, and
    a generation ("Jr.").
    """
    if _is_shouted(doc, start):
        longest = min(longest, 2 if is_given_name(doc[start].text.title()) else 1)
    end, words = start, 0
    while end < len(doc) and words < longest:
        step = _step(doc, end, first=words == 0)
        if not step:
            break
        end, words = end + step, words + 1
    return _with_generation(doc, end) if words > 1 else end


def body_end(doc: Doc, start: int) -> int:
    """Where an organisation's name that begins at token `start` ends: capitalised words, linked by "of"."""
    end = start
    while end < len(doc):
        step = _body_step(doc, end, first=end == start)
        if not step:
            break
        end += step
    if end < len(doc) and is_role(doc[end].text):
        while end > start + 1 and is_role_modifier(doc[end - 1].text):
            end -= 1
    return _with_legal_form(doc, max(end, _list_end(doc, start, end)))


def _list_end(doc: Doc, start: int, end: int) -> int:
    """Where "Senate Health, Education and Labor Committee", "Ministry of Food, Fish and Farming" ends."""
    if end == start or not is_state_body(doc[start].text):
        return end
    parts = _listed_parts(doc, end)
    if not parts or any(
        t.is_upper or is_given_name(t.text) for first, last in parts for t in doc[first:last]
    ):
        return end
    is_named_first = any(t.lower_ in {"of", "for", "on"} for t in doc[start:end])
    names_body = any(
        is_organisation_word(t.text) or is_state_body(t.text) for t in doc[parts[0][0] : parts[-1][1]]
    )
    names_body_last = is_state_body(doc[parts[-1][1] - 1].text) and not is_state_body(doc[end - 1].text)
    return parts[-1][1] if (is_named_first and not names_body) or names_body_last else end


def _listed_parts(doc: Doc, i: int) -> list[tuple[int, int]]:
    """The capitalised runs of ", B, C and D" at token `i`; none where no "and" closes the list."""
    parts: list[tuple[int, int]] = []
    closed = False
    while not closed and i + 1 < len(doc) and len(parts) < LONGEST_NAME:
        i += doc[i].text == ","
        closed = doc[i].lower_ in {"and", "&"}
        first = last = i + closed
        if first == i and (not i or doc[i - 1].text != ","):
            break
        while last < len(doc) and is_name_word(doc[last]) and (last == first or doc[last - 1].whitespace_):
            last += 1
        if last == first:
            return []
        parts.append((first, last))
        i = last
    return parts if closed else []


def _is_shouted(doc: Doc, i: int) -> bool:
    """Whether all words are in capitals from here on, as in a headline, so that these tell no names."""
    following = doc[i : i + 3]
    return len(following) > 1 and all((t.is_upper and len(t) > 1) or not t.is_alpha for t in following)


def _step(doc: Doc, i: int, *, first: bool) -> int:
    """How many tokens the name's next word takes at `i`; 0 where the name has ended."""
    token = doc[i]
    if not first and not doc[i - 1].whitespace_:
        return 0
    if is_name_word(token) and (first or not _ends_names(token)):
        return 1 + _hyphenated(doc, i + 1)
    if not first and is_particle(token.text) and token.whitespace_ and _leads_to_name(doc, i + 1):
        return 1
    if not first and is_particle(token.text) and _hyphenated(doc, i + 1):
        return 1 + _hyphenated(doc, i + 1)  # "al-Sayed"
    if not first and _is_cut_particle(doc, i):
        return 2
    return 0 if first else _nickname(doc, i)


def _is_cut_particle(doc: Doc, i: int) -> bool:
    """Whether a particle stands there whose apostrophe is a token of its own: "van 't Veer"."""
    glued = doc[i].text in _APOSTROPHES and not doc[i].whitespace_ and i + 2 < len(doc)
    if not glued or not doc[i + 1].whitespace_ or not is_particle(doc[i].text + doc[i + 1].text):
        return False
    return is_name_word(doc[i + 2])


def _body_step(doc: Doc, i: int, *, first: bool) -> int:
    token = doc[i]
    if not first and not doc[i - 1].whitespace_:
        return 0
    if is_name_word(token) and not _ends_bodies(doc, i):
        return 1 + _hyphenated(doc, i + 1)
    linked = token.text == "&" or (token.lower_ in _BODY_LINKS and is_organisation_word(doc[i - 1].text))
    if not first and linked and i + 1 < len(doc) and is_name_word(doc[i + 1]):
        return 2 if token.lower_ in {"of", "for", "&"} or not is_day_or_month(doc[i + 1].text) else 0
    return 0


def _ends_bodies(doc: Doc, i: int) -> bool:
    token = doc[i]
    stops = token.text == "I" or token.text in words_of_captions()
    return stops or token.pos_ in {"VERB", "AUX"} or _is_role(doc, i)


def _is_role(doc: Doc, i: int) -> bool:
    """Whether a role ends the body's name ("Acme Chairman"), and is no part of it ("Teachers Union")."""
    following = doc[i + 1].text if i + 1 < len(doc) else ""
    if is_role_of_several(doc[i].text) and not following[:1].isupper():
        return False  # "Committee to Protect Journalists"
    return (
        is_role(doc[i].text) and not is_organisation_word(doc[i].text) and not is_organisation_word(following)
    )


def _hyphenated(doc: Doc, i: int) -> int:
    """Tokens of "-moon" in "Ki-moon"."""
    steps = 0
    while i + steps + 1 < len(doc) and doc[i + steps].text in HYPHENS:
        glued = not doc[i + steps].whitespace_ and not doc[i + steps - 1].whitespace_
        if not (glued and doc[i + steps + 1].is_alpha):
            break
        steps += 2
    return steps


def _leads_to_name(doc: Doc, i: int) -> bool:
    if i < len(doc) and _is_cut_particle(doc, i):
        return True
    if i < len(doc) and is_particle(doc[i].text):
        i += 1
    return i < len(doc) and is_name_word(doc[i])


def _nickname(doc: Doc, i: int) -> int:
    """Tokens of a nickname in marks: Robert "Bo" Hale."""
    if doc[i].text not in _OPENING or i + 3 >= len(doc):
        return 0
    inside, closing, after = doc[i + 1], doc[i + 2], doc[i + 3]
    fits = (
        inside.text[0].isupper()
        and inside.is_alpha
        and closing.text in _CLOSING
        and bool(closing.whitespace_)
    )
    return 3 if fits and is_name_word(after) else 0


def _ends_names(token: Token) -> bool:
    if is_given_name(token.text) or may_be_surname(token.text):
        return False
    return is_role(token.text) or token.pos_ in {"VERB", "AUX"} or token.text in words_of_captions()


def _with_generation(doc: Doc, end: int) -> int:
    """With ", Jr." or "III", which are part of the name."""
    after = end + 1 if end < len(doc) and doc[end].text == "," else end
    return after + 1 if after < len(doc) and is_generation(doc[after].text) else end


def _with_legal_form(doc: Doc, end: int) -> int:
    after = end + 1 if end < len(doc) and doc[end].text == "," else end
    if after < len(doc) and fold(doc[after].text) in legal_forms() and doc[after].text[0].isupper():
        return after + 1
    return end


def tokens_in(doc: Doc, start: int, end: int) -> range:
    """The tokens that characters `[start, end)` touch; `Doc.char_span` would build the whole text anew."""
    first = bisect_right(doc, start, key=lambda token: token.idx) - 1
    first = max(first, 0)
    if first < len(doc) and doc[first].idx + len(doc[first]) <= start:
        first += 1
    last = bisect_left(doc, end, key=lambda token: token.idx)
    return range(first, max(first, last))


@cache
def words_of_captions() -> frozenset[str]:
    """Words of captions and credits that run into a name before them ("Photo")."""
    return load_rules("names").words("words_of_captions")


def is_day_or_month(word: str) -> bool:
    """Whether the word names a day or a month in full ("Tuesday", "May")."""
    return word in _days_and_months()


@cache
def _days_and_months() -> frozenset[str]:
    rules = load_rules("names")
    return rules.words("days_and_months")


@cache
def legal_forms() -> frozenset[str]:
    """Legal forms of companies, folded ("inc", "gmbh")."""
    return load_rules("titles").words("legal_forms")
