"""Tags by a short word list and the words' endings, for unit tests that need tags and no model."""

from __future__ import annotations

from spacy.tokens import Doc, Token

_WORDS = {
    "DT": "the a an this that these those every no some both another all each",
    "PRP": "he she it they i we you him them us me",
    "PRP$": "his her its their our my your",
    "IN": "of in on at for from by with about after before during since because although while as if than "
    "whether without within like against through until",
    "TO": "to",
    "CC": "and but or nor",
    "MD": "will would can could may might must should shall",
    "VBD": "said told wrote was were had did added noted called spoke took came went began fell found "
    "made put drove won left saw grew read stood rose met ran sent gave kept held sang",
    "VBZ": "says quotes is has does tells writes adds notes calls finds warns shows reads reports claims takes "
    "needs wants",
    "VBP": "are have do say think know want need like see",
    "VB": "be go see make do rain take keep",
    "VBN": "been gone known done seen heard",
    "WP": "who what whom",
    "WDT": "which",
    "WRB": "when where why how",
    "RB": "not n't never also later then now today again still very here there so too yesterday only even "
    "twice nearly",
    "NNS": "works roofs leaks floors",
    "JJ": "new old late good bad long cold dangerous biblical chief general deputy joint annual local "
    "other same full ready",
    "CD": "one two three four five six seven eight nine ten",
    "EX": "there's",
    "POS": "'s ’s",
}
_TAGS = {word: tag for tag, words in _WORDS.items() for word in words.split()}
_PUNCTUATION = {",": ",", ".": ".", "!": ".", "?": ".", ":": ":", ";": ":", "—": ":", "–": ":", "-": "HYPH"}


def give_tags(doc: Doc) -> None:
    """Tags the words of a `Doc` in place."""
    for token in doc:
        token.tag_ = _tag(token)


def _tag(token: Token) -> str:
    word = token.text
    if word in _PUNCTUATION or (not word[0].isalnum() and word.lower() not in _TAGS):
        return _PUNCTUATION.get(word, "_SP" if word.isspace() else "''")
    known = _TAGS.get(word.lower())
    if known:
        return known
    if word[0].isdigit():
        return "CD"
    if word[0].isupper():
        return "NNP"
    return _by_ending(word)


def _by_ending(word: str) -> str:
    for ending, tag in (("ed", "VBD"), ("ing", "VBG"), ("ly", "RB"), ("s", "NNS")):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return tag
    return "NN"
