"""Names that the form of the words gives away, whatever the pipeline made of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from pressparse.nlp.mentions.evidence import (
    addressed_surnames,
    is_placed_as_person,
    speech_verbs,
    words_of_things,
)
from pressparse.nlp.mentions.stretches import Stretches
from pressparse.nlp.name_forms import (
    HYPHENS,
    LONGEST_NAME,
    address_end,
    body_end,
    is_address,
    is_name_word,
    legal_forms,
    person_end,
    tokens_in,
    words_of_captions,
)
from pressparse.nlp.names import fold, may_begin_person
from pressparse.nlp.roles import is_body, is_organisation_word, is_role, may_be_surname

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LINKS = frozenset({"of", "for", "on", "in", "to", "against"})


def take_addressed(found: Stretches) -> None:
    """Names after "Mr.", "Dr", "Sen."."""
    doc = found.doc
    for i in range(len(doc)):
        start = address_end(doc, i)
        if i < start < len(doc) and _is_addressed_name(doc, start):
            found.take(start, person_end(doc, start), "person")


def take_authors(found: Stretches) -> None:
    """Names of authors in bylines, which the pipeline does not read."""
    for block in found.post.blocks:
        if block.role == "byline":
            for author in filter(_looks_like_person, found.post.authors):
                at = found.post.text.find(author, block.start, block.end)
                if at >= 0:
                    tokens = tokens_in(found.doc, at, at + len(author))
                    found.take(tokens.start, tokens.stop, "person")


def take_source(found: Stretches) -> None:
    """The outlet or company in a source line, without the word that introduces it."""
    for block in found.post.blocks:
        at = found.post.text.find(found.post.source or "\n", block.start, block.end)
        if block.role == "source" and at >= 0 and found.post.source:
            tokens = tokens_in(found.doc, at, at + len(found.post.source))
            found.take(tokens.start, tokens.stop, "organization")


def take_full_names(found: Stretches) -> None:
    """People known by a given name, a form of address elsewhere, or what stands beside them."""
    addressed = addressed_surnames(found)
    for start, end in _runs(found, person_end):
        if _is_full_name(found, start, end, addressed):
            found.take(start, end, "person")


def take_bodies(found: Stretches) -> None:
    """Capitalised runs whose own words say that they name an organisation."""
    for start, end in _runs(found, body_end):
        if is_organisation(found.words((start, end)).split()):
            found.take(start, end, "organization")


def take_full_names_again(found: Stretches) -> None:
    """Full names of known people wherever they stand, also joined to other words by the pipeline."""
    known: dict[tuple[str, str], set[tuple[str, ...]]] = defaultdict(set)
    for start, end in (
        key for key, label in found.labels.items() if label == "person" and key[1] - key[0] > 1
    ):
        words = tuple(t.text for t in found.doc[start:end])
        known[words[0], words[1]].add(words)
    texts = [token.text for token in found.doc]
    for i, pair in enumerate(pairwise(texts)):
        for words in known.get(pair, ()):
            end = i + len(words)
            if (i, end) not in found.labels and tuple(texts[i:end]) == words:
                found.cut_out(i, end)


def take_short_bodies(found: Stretches) -> None:
    """Find "The Forum" where the post names an "Island Energy Forum", and acronyms wherever they stand."""
    named = list(found.called("organization"))
    heads = {words.split()[-1] for words in named if " " in words}
    acronyms = {words for words in named if words.isupper() and words.isalpha() and len(words) > 1}
    for token in found.doc:
        if token.text in acronyms or (token.text in heads and _is_short_body(token)):
            found.take(token.i, token.i + 1, "organization")


def take_short_names(found: Stretches) -> None:
    """Surnames and given names, standing alone, of people named in full elsewhere."""
    known = found.parts_of_people()
    for token in found.doc:
        if fold(token.text) in known and _may_be_short_name(token):
            found.take(token.i, person_end(found.doc, token.i, longest=1), "person")


def is_organisation(parts: list[str]) -> bool:
    """Whether the head of the name says that it is an organisation's: "Chamber of Commerce", "Wind LLC"."""
    if fold(parts[-1].strip(",")) in legal_forms() and parts[-1][0].isupper():
        return True
    head = next((i for i, part in enumerate(parts) if i and part.casefold() in _LINKS), len(parts))
    return is_organisation_word(parts[head - 1])


def is_acronym(word: str) -> bool:
    """Whether the word is written with several capitals, the last letter among them."""
    return sum(c.isupper() for c in word) > 1 and word[-1].isupper()


def _is_addressed_name(doc: Doc, i: int) -> bool:
    """Whether the word after a form of address is a name: "Dr. King", not "H.E. King Harald"."""
    token = doc[i]
    if may_be_surname(token.text):
        leads_on = i + 1 < len(doc) and is_name_word(doc[i + 1])
        return not (leads_on and is_address(token))
    if is_address(token) or is_role(token.text):
        return False
    words = {t.text for t in doc[i : person_end(doc, i)]}  # "King County", "Queen Elizabeth Hospital"
    return not any(word in words_of_things() or is_organisation_word(word) for word in words)


def _looks_like_person(author: str) -> bool:
    words = author.split()
    if not 1 < len(words) <= LONGEST_NAME:
        return False
    return not any(is_organisation_word(w) or is_body(w) or is_acronym(w) for w in words)


def _runs(found: Stretches, end_of_run: Callable[[Doc, int], int]) -> Iterator[tuple[int, int]]:
    """Runs of two or more capitalised words, outside headlines, that nobody holds."""
    i = 0
    while i < len(found.doc):
        end = end_of_run(found.doc, i) if _may_begin_name(found, i) else i
        if end - i > 1 and found.is_free(i, end):
            yield i, end
        i = max(i + 1, end)


def _may_begin_name(found: Stretches, i: int) -> bool:
    token = found.doc[i]
    if not is_name_word(token) or i in found.in_headline or is_role(token.text) or token.is_stop:
        return False
    if token.text.title() in words_of_captions():
        return False
    return found.is_free(i, i + 1)


def _is_full_name(found: Stretches, start: int, end: int, addressed: set[str]) -> bool:
    words = [t.text for t in found.doc[start:end] if t.text not in HYPHENS]
    if len(words) < 2 or any(is_organisation_word(w) or w in words_of_things() for w in words):
        return False
    if may_begin_person(words) or fold(words[-1]) in addressed:
        return True
    return is_placed_as_person(found.doc, start, end)


def _is_short_body(token: Token) -> bool:
    names_body = is_name_word(token) and (is_body(token.text) or is_organisation_word(token.text))
    return names_body and token.i > 0 and token.nbor(-1).lower_ in {"the", "this", "our"}


def _may_be_short_name(token: Token) -> bool:
    """A common noun may be a name that the tagger does not know; a verb or a small word is none.

    What stands before a verb of speech is no verb or adverb, whatever its tag.
    """
    speaks = token.i + 1 < len(token.doc) and token.nbor(1).lower_ in speech_verbs()
    return is_name_word(token) and not token.is_stop and (speaks or token.tag_[:2] in {"NN", ""})
