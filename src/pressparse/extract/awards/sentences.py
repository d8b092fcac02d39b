"""The sentences of a post in which an award may be told, and what they tell: prose first, headlines last."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from pressparse.document import BODY_ROLES, Block, Role
from pressparse.extract.awards.clauses.grammar import Sentence
from pressparse.extract.awards.lexicon import Frame, award_verb_forms, singulars_and_plurals, words
from pressparse.extract.awards.mentions.ceremonies import ceremony_mentions
from pressparse.extract.awards.mentions.events import announced, clause_mentions
from pressparse.extract.awards.mentions.lists import list_mentions
from pressparse.extract.awards.mentions.mention import Details, Mention
from pressparse.extract.awards.mentions.nouns import noun_mentions
from pressparse.extract.awards.names.find import find_prizes
from pressparse.extract.awards.tokens import CLOSING_QUOTES, Range
from pressparse.nlp.names import is_honorific

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from pressparse.nlp.reading import Reading

_HEADLINES: frozenset[Role] = frozenset({"title", "subtitle", "heading"})
_CLOSING = frozenset({"…", ";", ":", ")"}) | CLOSING_QUOTES
_SIGN_NOUNS = ("award_nouns", "weak_award_nouns", "generic_nouns", "ranks", "fellowships")
_SIGN_LISTS = (
    "honour_titles", "degrees", "honorary", "precious", "metals", "award_ceremonies", "juries",
    "winner_nouns", "finalist_nouns", "nominee_nouns", "runner_up_nouns", "mention_signs",
)  # fmt: skip
_LAST_TOKENS = 6  # of a sentence, among which its last two words stand, with white space between
_TELLING: frozenset[Frame] = frozenset(
    {"nominate", "shortlist", "induct", "announce"}
)  # frames of no other use
_LONGEST = 400  # tokens: a longer "sentence" is a table or noise


def read_mentions(reading: Reading) -> Iterator[Mention]:
    """Every mention of an award, the body's in order, then those of title and subtitle.

    Which repeat it in short.
    """
    listed = list_mentions(reading)
    for block in reading.post.blocks:
        if block.role in BODY_ROLES:
            if block in listed:
                yield from listed[block]
            else:
                yield from block_mentions(reading, block)
    for block in reading.post.blocks:
        if block.role in {"title", "subtitle"}:
            yield from (replace(mention, headline=True) for mention in block_mentions(reading, block))


def block_mentions(reading: Reading, block: Block) -> Iterator[Mention]:
    """What the sentences of a block tell."""
    for where in block_sentences(reading, block):
        if where.end - where.start <= _LONGEST and _may_tell(reading.doc, where):
            prizes = find_prizes(reading.doc, where.start, where.end)
            headline = block.role in _HEADLINES
            if reading.doc[where.start : where.end].text.isupper() and block.role in BODY_ROLES:
                continue  # a headline of what follows, with none of the marks that sentences are read by
            sentence = Sentence(reading.doc, where.start, where.end, prizes, headline=headline)
            told = [announced(sentence, m) for m in (*clause_mentions(sentence), *noun_mentions(sentence))]
            told = told or (
                [] if sentence.headline else [*ceremony_mentions(sentence), *_spoken_of(sentence)]
            )
            told = [_with_antecedent(sentence, mention) for mention in told]
            yield from sorted(told, key=lambda mention: mention.kind != "award")


def _with_antecedent(sentence: Sentence, mention: Mention) -> Mention:
    """The mention with what "that honour" stands for in its own sentence.

    As in "R1 was expected to be named Best Film; that honour went to R2".
    """
    prize = mention.prize
    if prize is None or prize.kind != "generic" or sentence.doc[prize.start - 1].lower_ != "that":
        return mention
    before = [p for p in sentence.prizes if p.end <= prize.start and p.kind in {"named", "title"}]
    return replace(mention, prize=before[-1]) if before else mention


def _spoken_of(sentence: Sentence) -> Iterator[Mention]:
    """The award that a sentence names and gives to nobody: what follows may call it "the prize"."""
    others = words("winner_nouns") | words("finalist_nouns") | words("nominee_nouns")
    named = [
        prize
        for prize in sentence.prizes
        if prize.kind == "named" and sentence.doc[min(prize.end, sentence.end - 1)].lower_ not in others
    ]
    if named:
        yield Mention("context", named[-1], (), Details(), Range(sentence.start, sentence.end))


def _may_tell(doc: Doc, where: Range) -> bool:
    """Whether a sentence holds a word that awards are told with: most do not, and cost no more than this."""
    signs, periods = _signs(), words("periods")
    for token in doc[where.start : where.end]:
        if token.lower_ in signs or token.ent_type_ == "AWARD":
            return True
        if token.lower_ in periods and token.i >= 2 and doc[token.i - 2 : token.i].text.lower() == "of the":
            return True
    return False


@cache
def _signs() -> frozenset[str]:
    nouns = (singulars_and_plurals(name) for name in _SIGN_NOUNS)
    lists = (words(name) for name in _SIGN_LISTS)
    known = (name.split()[0].lower() for name in words("known_awards"))
    return frozenset().union(*nouns, *lists, known, award_verb_forms(_TELLING))


def block_sentences(reading: Reading, block: Block) -> Iterator[Range]:
    """The sentences of a block, or the whole block where none are marked.

    One cut after "Dr" is put together again.
    """
    doc, dateline = reading.doc, reading.post.dateline
    after = dateline.span.end if dateline and block.start <= dateline.span.start < block.end else block.start
    span = doc.char_span(min(after, block.end), block.end, alignment_mode="expand")
    if span is None:
        return
    begin = span.start
    for token in span:
        if token.is_sent_start and token.i > begin and _is_whole(doc, begin, token.i):
            yield Range(begin, token.i)
            begin = token.i
    if begin < span.end:
        yield Range(begin, span.end)


def _is_whole(doc: Doc, start: int, end: int) -> bool:
    """Whether a sentence ends with a closing mark, and not with a title before a name."""
    last_words = [token for token in doc[max(start, end - _LAST_TOKENS) : end] if not token.is_space][-2:]
    titled = any(is_honorific(token.text) for token in last_words)
    return bool(last_words) and _closes(last_words[-1].text) and not titled


def _closes(word: str) -> bool:
    return word.endswith((".", "!", "?")) or word in _CLOSING
