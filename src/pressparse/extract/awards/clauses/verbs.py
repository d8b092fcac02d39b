"""Which tokens are award verbs, and the auxiliaries that go with them."""

from __future__ import annotations

from pressparse.extract.awards.clauses.grammar import Sentence
from pressparse.extract.awards.lexicon import verb_of, words
from pressparse.extract.awards.tokens import AUXILIARIES, is_finite


def lemma_at(sentence: Sentence, at: int) -> str | None:
    """The award verb at a token; to pick up is to collect."""
    lemma = verb_of(sentence.doc[at])
    picked_up = lemma == "pick" and at + 1 < sentence.end and sentence.doc[at + 1].lower_ == "up"
    return "collect" if picked_up else lemma


def is_award_verb(sentence: Sentence, at: int) -> bool:
    token = sentence.doc[at]
    if sentence.prize_at(at):
        prize = sentence.prize_at(at)
        return prize is not None and prize.kind in {"generic", "mention"} and token.tag_.startswith("VB")
    if at + 1 < len(sentence.doc) and sentence.doc[at + 1].text == "-":
        return False
    if at > 0 and sentence.doc[at - 1].text == "-" and not sentence.doc[at - 1].whitespace_:
        return False
    sure = not token.tag_ or token.tag_.startswith("VB") or sentence.headline
    return sure or _forced_verb(sentence, at) or _only_verb(sentence, at)


def _forced_verb(sentence: Sentence, at: int) -> bool:
    """A form in -ed after an auxiliary is a verb, whatever its tag."""
    token = sentence.doc[at]
    return token.lower_.endswith("ed") and at > sentence.start and sentence.doc[at - 1].lower_ in AUXILIARIES


def _only_verb(sentence: Sentence, at: int) -> bool:
    """As in "Studio Roe scoops two awards": a form in -s that the sentence would be without a verb otherwise."""
    doc = sentence.doc
    if doc[at].tag_ != "NNS" or at == sentence.start or at + 1 >= sentence.end:
        return False
    opens_object = doc[at + 1].tag_ in {"DT", "CD", "PRP$"} or sentence.prize_at(at + 1) is not None
    return opens_object and not any(is_finite(token) for token in doc[sentence.start : sentence.end])


def verb_group(sentence: Sentence, at: int) -> tuple[int, tuple[str, ...]]:
    """Where the verb's auxiliaries begin, and these with the adverbs among them."""
    first = at
    helpers: list[str] = []
    while first > sentence.start and len(helpers) < 8:
        token = sentence.doc[first - 1]
        adverb = token.tag_.startswith("RB") or token.lower_ in words("unreal") or token.lower_.endswith("ly")
        when = _time_before(sentence, first)
        if when:
            helpers.extend(reversed([t.lower_ for t in sentence.doc[first - when : first]]))
            first -= when
            continue
        if not (token.lower_ in AUXILIARIES or adverb or token.lower_ in {"both", "also", "all", "each"}):
            break
        if token.lower_ in {"'s", "’s"} and token.tag_ == "POS":
            break
        helpers.append(token.lower_)
        first -= 1
    return first, tuple(reversed(helpers))


def _time_before(sentence: Sentence, at: int) -> int:
    """How many tokens tell the day between auxiliary and verb: "was | this week | named"; 0 for none."""
    doc = sentence.doc
    for length in (2, 1):
        begin = at - length
        if begin > sentence.start and doc[begin:at].text.lower() in words("times_within_verbs"):
            return length if doc[begin - 1].lower_ in AUXILIARIES else 0
    return 0
