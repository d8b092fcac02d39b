"""Takes out of a passage what has figures or number words in it and is no quantity."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressparse.expressions.addresses import find_emails, find_phones, find_urls
from pressparse.expressions.dates import find_clock_times, find_dates
from pressparse.extract.numbers.amounts import table, words
from pressparse.extract.numbers.passage import HYPHENS, Passage
from pressparse.rules import load_rules

_EVERYWHERE = (
    "law", "subsection", "address", "postcode", "identifier", "reference_label", "century", "coordinate",
    "opening_hours", "version", "dotted_clock", "inline_list", "september_11", "significance", "great_ordinal",
    "age_group", "body_of_so_many", "sum_in_a_name", "relay", "spaced_ordinal", "clock_range", "road_race",
    "unit_of_a_table", "one_by_one", "shop_hours", "clock_between", "emergency_call", "ancient_year",
    "case_page", "romance_address", "numbered_streets", "road_number", "number_stated", "wing", "idiom",
    "bare_year", "numbered_kind",
)  # fmt: skip
_PROPER = frozenset({"NNP", "NNPS"})
_PLURAL = frozenset({"NNS", "NNPS"})
_FOLLOWS_IN_LIST = frozenset({",", "and", "or", "to", "through", "&", "-", "–"})
_SCORE_REACH = 8


def mask(passage: Passage) -> None:
    """Mask dates, addresses and identifiers, the list number, scores, and numbers that are parts of names."""
    for start, end in _general_spans(passage.text[passage.start : passage.end]):
        passage.mask(passage.start + start, passage.start + end)
    for start, end in _local_spans(passage):
        passage.mask(start, end)
    for index in range(len(passage)):
        if not passage.masked[index]:
            _mask_name(passage, index)


def _general_spans(text: str) -> list[tuple[int, int]]:
    """`(start, end)` of dates, clock times, addresses, laws and identifiers."""
    rules = load_rules("numbers")
    addresses = (a for find in (find_emails, find_phones, find_urls) for a in find(text))
    spans = [(a.start, a.end) for a in addresses]
    spans += [(d.start, d.end) for d in find_dates(text)]
    spans += find_clock_times(text)
    spans += [match.span() for name in _EVERYWHERE for match in rules.regex(name).finditer(text)]
    return spans


def _local_spans(passage: Passage) -> Iterator[tuple[int, int]]:
    rules = load_rules("numbers")
    number = rules.regex("list_number").match(passage.text[passage.start : passage.start + 12])
    if number:
        yield passage.start, passage.start + number.end()
    text = passage.text
    for match in rules.regex("slashed").finditer(text, passage.start, passage.end):
        if match[0] not in {"1/2", "1/3", "2/3", "1/4", "3/4", "1/5", "1/8", "3/8", "5/8", "7/8"}:
            yield match.span()
    for match in rules.regex("colon_figures").finditer(text, passage.start, passage.end):
        if not (match["lower"] == "1" and passage.matches_anywhere("numbers", "ratio_near")):
            yield match.span()
    for match in rules.regex("score").finditer(text, passage.start, passage.end):
        if _is_score(passage, match):
            yield match.span()


def _is_score(passage: Passage, match: re.Match[str]) -> bool:
    """Tells scores from ranges: "3-2" and "21-21" cannot be ranges, "2-3" is a score after "won"."""
    is_no_range = int(match["home"]) >= int(match["away"]) or match.end() > match.end("away")
    if is_no_range and not match["apart"]:
        return True
    index = passage.index_from(match.start())
    if passage.key(index + 3) in words("score_nouns"):
        return True
    before = {passage.key(i) for i in range(max(0, index - _SCORE_REACH), index)}
    return bool(before & words("score_words")) and (passage.at(index + 3).kind != "word" or is_no_range)


def _mask_name(passage: Passage, index: int) -> None:
    lexeme = passage.at(index)
    if lexeme.kind == "figure" and (_is_designated(passage, index) or _is_named(passage, index)):
        _mask_list(passage, index)
    elif lexeme.key in table("cardinals") and (
        _is_designated(passage, index) or _is_title_word(passage, index) or _is_particle(passage, index)
    ):
        _mask_numerals(passage, index)


def _is_particle(passage: Passage, index: int) -> bool:
    """Whether it is the "ten" of a Dutch surname: "Marit ten Hoeve"."""
    first, last = passage.at(index - 1), passage.at(index + 1)
    is_in_name = all(word.kind == "word" and word.text.istitle() for word in (first, last))
    is_singular = passage.tag(index + 1) in {"NNP", ""} and not passage.is_heading
    return passage.at(index).text == "ten" and is_in_name and is_singular and not passage.masked[index - 1]


def _mask_list(passage: Passage, index: int) -> None:
    """The figure, and what is listed after it: "Sections 7, 8 and 9"."""
    passage.masked[index] = True
    is_plural = passage.key(index - 1).endswith("s")
    while passage.key(index + 1) in _FOLLOWS_IN_LIST and passage.is_figure(index + 2):
        if not is_plural and passage.key(index + 1) in {",", "and"} and passage.at(index + 3).kind == "word":
            return
        index += 2
        passage.masked[index] = True


def _mask_numerals(passage: Passage, index: int) -> None:
    while passage.key(index) in table("cardinals") or passage.key(index) in table("scales"):
        passage.masked[index] = True
        index += 1 + (passage.key(index + 1) in HYPHENS)


def _is_designated(passage: Passage, index: int) -> bool:
    """Whether the word before says that the number is a name: "Section 7", "line 291", "chapter eleven"."""
    if passage.key(index + 1) in table("scales") or "," in passage.at(index).text:
        return False
    before = passage.key(index - 1)
    if before in {"no", "nos", "number"} or (before == "." and passage.key(index - 2) in {"no", "nos"}):
        return _is_numbered_name(passage, index - 1 - (before == "."))
    if before == ".":
        return passage.key(index - 2) in words("abbreviated_designators")
    if before == "#":
        return passage.at(index - 2).kind == "word" and passage.at(index - 2).text[0].isupper()
    two = passage.phrase(index - 2, index)
    return before in words("designators") or two in words("designators")


def _is_numbered_name(passage: Passage, index: int) -> bool:
    """Names as "Bulletin No. 41" and "flight number 12", but not "ranked No. 4" or "the number one cause"."""
    before = passage.at(index - 1)
    if passage.begins_sentence(index):
        return "," in {passage.key(index + 2), passage.key(index + 3)}  # "Number two, I am in favour"
    if before.kind != "word" or before.is_possessive or passage.begins_sentence(index - 1):
        return False
    return (before.text[0].isupper() and not passage.is_heading) or passage.tag(index - 1) in {"NN", "NNP"}


def _is_named(passage: Passage, index: int) -> bool:
    """Whether a proper name stands directly before bare figures: "Boeing 737", "Windows 7"."""
    before, figure = passage.at(index - 1), passage.at(index)
    is_no_name = before.kind != "word" or before.text.islower() or before.is_possessive
    if is_no_name or passage.glued(index) or "," in figure.text:
        return False
    is_known = before.key in words("named_by_figures")
    is_plain_opening = passage.begins_sentence(index - 1) and before.text.istitle()
    if is_plain_opening and not is_known and passage.tag(index - 1) not in _PROPER:
        return False
    if is_known:
        return not _has_scale_or_unit(passage, index)
    if _has_scale_or_unit(passage, index) or _is_function_word(passage, index - 1):
        return False
    has_inner_capital = not before.text.istitle() and not before.text.isupper()
    if passage.tag(index + 1) in _PLURAL or passage.key(index + 1) in {"people", "million"}:
        return has_inner_capital
    is_inside_sentence = not passage.is_heading and not passage.begins_sentence(index - 1)
    return has_inner_capital or is_inside_sentence or passage.tag(index - 1) in _PROPER


def _has_scale_or_unit(passage: Passage, index: int) -> bool:
    key, offset = passage.key(index + 1), passage.at(index).end
    if key in table("scales") or passage.at(index + 1).text in table("letters"):
        return True
    return any(passage.match("units", name, offset) for name in ("percent", "duration", "measure", "age"))


def _is_function_word(passage: Passage, index: int) -> bool:
    token = passage.token(index)
    if token is None or (passage.at(index).text == "US" and not passage.is_heading):
        return False  # a highway's name, not the pronoun
    return token.is_stop or passage.key(index) in words("designators")


def _is_title_word(passage: Passage, index: int) -> bool:
    """Number words with a capital inside a sentence: "Terminal Two", "Ninety Windows", "the Big Four"."""
    lexeme = passage.at(index)
    if passage.is_heading or not lexeme.text[0].isupper():
        return False
    if not passage.begins_sentence(index):
        return True
    after, second = passage.at(index + 1), passage.at(index + 2)
    if after.key in HYPHENS or after.kind != "word" or not after.text[0].isupper():
        return False
    is_after_colon = passage.key(index - 1) == ":" or passage.key(index - 2) == ":"
    return is_after_colon or not (second.kind == "word" and second.text.islower())
