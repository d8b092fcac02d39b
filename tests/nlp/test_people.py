"""Entities with all their mentions, and whom a phrase of the text stands for."""

from collections.abc import Sequence
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hand_built import reading_of
from pressparse.document import Role
from pressparse.nlp.people import People
from pressparse.nlp.reading import Reading

Blocks = str | Sequence[tuple[Role, str]]


def names(blocks: Blocks, label: str = "person") -> list[str]:
    return [e.name for e in reading_of(blocks).people.entities if e.label == label]


def phrase(reading: Reading, words: str) -> tuple[int, int]:
    """Where the last occurrence of the words stands."""
    start = reading.text.rindex(words)
    return start, start + len(words)


def speaker(blocks: Blocks, words: str) -> str | None:
    reading = reading_of(blocks)
    found = reading.people.speaker(*phrase(reading, words))
    return found.name if found else None


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        # short names
        ("[[PERSON|Kim Dae-ho]] came. Mr. [[PERSON|Kim]] spoke.", "Kim", "Kim Dae-ho"),
        ("[[PERSON|Ada Hale]] came. [[PERSON|Hale]] spoke.", "Hale", "Ada Hale"),
        ("Dame [[PERSON|Ada Hale]] came. Dame [[PERSON|Ada]] spoke.", "Dame Ada", "Ada Hale"),
        ("[[PERSON|Walter]] “Bo” [[PERSON|Hale]] came. [[PERSON|Bo]] spoke.", "Bo", "Walter “Bo” Hale"),
        ("[[PERSON|Daniel K. Hale, Jr.]] came. [[PERSON|Dan Hale]] left.",
         "Dan Hale", "Daniel K. Hale, Jr."),
        ("[[PERSON|Greta Halvorsen]] came. Ms. [[PERSON|Halversen]] spoke.", "Halversen", "Greta Halvorsen"),
        ("[[PERSON|Rosa van der Berg]] came. [[PERSON|Berg]] spoke.", "Berg", "Rosa van der Berg"),
        # two of one surname
        ("[[PERSON|Ada Hale]] and [[PERSON|Karl Hale]] came. Mr. [[PERSON|Hale]] spoke.",
         "Hale", "Karl Hale"),
        ("[[PERSON|Ada Hale]] and [[PERSON|Karl Hale]] came. Ms. [[PERSON|Hale]] spoke.", "Hale", "Ada Hale"),
        ("Dr. [[PERSON|Ada Hale]] met [[PERSON|Jo Hale]]. Dr. [[PERSON|Hale]] spoke.", "Hale", "Ada Hale"),
        ("Dr. [[PERSON|Ada Hale]] met [[PERSON|Jo Hale]]. Ms. [[PERSON|Hale]] spoke.", "Hale", "Jo Hale"),
        ("Sheriff [[PERSON|Ada Hale]] met mayor [[PERSON|Jo Hale]]. Sheriff [[PERSON|Hale]] spoke.",
         "Hale", "Ada Hale"),
        ("[[PERSON|Ada Hale Ruiz]] came. Ms. [[PERSON|Hale]] spoke. Then came [[PERSON|Jo Hale]].",
         "Ms. Hale", "Ada Hale Ruiz"),
        ("[[PERSON|Rosa van der Berg]] came. [[ORG|Van der Berg]] spoke.", "Van der Berg", "Rosa van der Berg"),
        # one name in two spellings
        ("[[PERSON|Catherine Hale]] came. [[PERSON|Katherine Hale]] spoke.", "Katherine Hale", "Catherine Hale"),
        ("[[PERSON|J. Hale]] came. [[PERSON|Jo Hale]] spoke.", "Jo Hale", "Jo Hale"),
        # titles for people
        ("Minister [[PERSON|Ada Hale]] came. The minister spoke.", "The minister", "Ada Hale"),
        ("[[PERSON|Ada Hale]], chief executive of [[ORG|Acme]], came. The chief executive spoke.",
         "The chief executive", "Ada Hale"),
        ("Sen. [[PERSON|Ada Hale]] met Rep. [[PERSON|Jo Ruiz]]. The senator spoke.", "The senator", "Ada Hale"),
        ("CEO [[PERSON|Ada Hale]] came. The chief executive spoke.", "The chief executive", "Ada Hale"),
        ("Mayor [[PERSON|Ada Hale]] met consul [[PERSON|Jo Ruiz]]. The consul spoke.",
         "The consul", "Jo Ruiz"),
        # phrases around names
        ("It fell, said the director of the [[ORG|Harbour Trust]], [[PERSON|Ada Hale]].",
         "the director of the Harbour Trust, Ada Hale", "Ada Hale"),
        ("It fell, said [[ORG|Acme]] president [[PERSON|Ada Hale]].", "Acme president Ada Hale", "Ada Hale"),
        # organisations
        ("[[ORG|World Health Board]] met. The [[ORG|WHB]] spoke.", "WHB", "World Health Board"),
        ("[[ORG|Acme Paper Goods, Inc.]] grew. [[ORG|Acme]] spoke.", "Acme", "Acme Paper Goods, Inc."),
        ("[[ORG|Harbour Credit Union]] met. The credit union spoke.",
         "The credit union", "Harbour Credit Union"),
        ("[[ORG|Acme Paper Goods, Inc.]] grew. The company spoke.",
         "The company", "Acme Paper Goods, Inc."),
        ("The campaign group [[ORG|Clear Coast]] spoke.", "The campaign group", "Clear Coast"),
        # whose document
        ("[[ORG|Acme]] met. Its report said so. [[ORG|Acme]]’s statement said so.",
         "Acme’s statement", "Acme"),
        # bodies and documents without a name
        ("The regional jury, chaired by [[PERSON|Ada Hale]], spoke.",
         "The regional jury, chaired by Ada Hale,", "regional jury"),
        ("Analysts at [[ORG|Acme]] spoke.", "Analysts at Acme", "Analysts at Acme"),
        ("A study by two nurses says so.", "A study by two nurses", "study by two nurses"),
    ],
)  # fmt: skip
def test_whom_a_phrase_stands_for(text: str, words: str, name: str) -> None:
    assert speaker(text, words) == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A nurse on the ward spoke.", "A nurse on the ward"),
        ("Mayor [[PERSON|Ada Hale]] and Mayor [[PERSON|Jo Ruiz]] came. The mayor spoke.", "The mayor"),
        ("Something fell.", "Something"),
    ],
)
def test_nobody_is_named(text: str, words: str) -> None:
    assert speaker(text, words) is None


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("[[PERSON|Ruth Hale]] and [[PERSON|Edwin Hale]] came.", ["Ruth Hale", "Edwin Hale"]),
        ("[[PERSON|Ada Hale]] came. [[PERSON|Ruiz]] spoke.", ["Ada Hale", "Ruiz"]),
    ],
)
def test_different_people_stay_apart(text: str, people: list[str]) -> None:
    assert names(text) == people


def test_a_full_name_in_the_headline_alone_counts() -> None:
    assert names([("title", "[[PERSON|Kim Dae-ho]] wins"), ("paragraph", "Mr. [[PERSON|Kim]] spoke.")]) == [
        "Kim Dae-ho"
    ]


def test_a_full_name_in_a_later_caption_counts() -> None:
    assert names(
        [("paragraph", "Ms. [[PERSON|Hale]] spoke."), ("caption", "[[PERSON|Ada Hale]] speaks")]
    ) == ["Ada Hale"]


def test_an_organisation_is_not_the_one_that_its_name_begins() -> None:
    text = "The [[ORG|Senate]] met. The [[ORG|Senate Finance Committee]] met."
    assert names(text, "organization") == ["Senate", "Senate Finance Committee"]


def test_an_entity_lists_its_aliases_and_mentions_in_order() -> None:
    text = "Minister [[PERSON|Ada Hale]] came. Ms. [[PERSON|Hale]] spoke. The minister left."
    (entity,) = reading_of(text).people.entities
    assert (entity.name, entity.aliases) == ("Ada Hale", ("Hale",))
    assert [m.text for m in entity.mentions] == ["Ada Hale", "Hale", "The minister"]


def test_a_speaker_has_title_and_affiliation() -> None:
    reading = reading_of("[[ORG|Acme]] CEO [[PERSON|Ada Hale]] came. [[PERSON|Hale]] spoke.")
    found = reading.people.speaker(*phrase(reading, "Hale"))
    assert found is not None
    assert (found.name, found.title, found.affiliation) == ("Ada Hale", "CEO", "Acme")
    assert found.entity == next(e.id for e in reading.people.entities if e.name == "Ada Hale")


def test_an_affiliation_within_the_title_is_not_repeated() -> None:
    reading = reading_of("[[PERSON|Ada Hale]], head of [[ORG|Acme]], spoke.")
    found = reading.people.speaker(*phrase(reading, "Ada Hale"))
    assert found is not None
    assert (found.title, found.affiliation) == ("head of Acme", None)


def test_a_party_without_a_name_goes_by_its_own_words() -> None:
    reading = reading_of("The prize went to the village of Luss.")
    party = reading.people.party(*phrase(reading, "the village of Luss"))
    assert party is not None
    assert (party.name, party.entity, party.mention.text) == ("village of Luss", None, "the village of Luss")


def test_at_gives_the_entity_that_a_stretch_overlaps_most() -> None:
    reading = reading_of("[[PERSON|Ada Hale]] of [[ORG|Acme]] spoke.")
    found = reading.people.at(*phrase(reading, "Ada Hale of Acme"))
    assert found is not None
    assert found.name == "Ada Hale"
    assert reading.people.at(*phrase(reading, "spoke")) is None


def people_of(text: str) -> People:
    return reading_of(text).people


@settings(deadline=None)  # the machine may be busy
@given(
    st.lists(
        st.sampled_from(
            ["Mr. ", "[[PERSON|Ada Hale]]", "Hale", "Ada", ", ", "director of ", "[[ORG|Acme Inc.]]", "the ",
             "company ", "“", "”", "she ", "who ", "its ", " said ", ". ", "(", ")", "M.D.", "Jr. ", "-",
             "’s ", "\n", "É", "Sen", " "]
        ),
        max_size=25,
    )
)  # fmt: skip
def test_any_text_has_true_mentions_and_never_raises(pieces: list[str]) -> None:
    reading = reading_of("".join(pieces))
    for entity in reading.people.entities:
        assert all(reading.text[m.start : m.end] == m.text for m in entity.mentions)
    for start in range(0, len(reading.text), 3):
        reading.people.speaker(start, start + 7)
        reading.people.party(start, start + 2)


def test_a_list_of_thousands_of_names_stays_quick() -> None:
    syllables = ["bor", "dan", "kel", "mus", "fir", "tov", "gap", "jin", "wes", "zul"]
    surnames = ("".join(part).title() for part in product(syllables, repeat=3))
    text = " ".join(f"Ms. [[PERSON|Rosa {surname}]] came." for surname in surnames)
    assert len(people_of(text).entities) > 500
