"""Pronouns and descriptions, with competitors."""

import pytest

from hand_built import reading_of, table_doc
from pressparse.nlp.numbering import quoted_tokens
from pressparse.nlp.reading import Reading


def antecedent(reading: Reading, word: str) -> str | None:
    """Whom the last occurrence of the word stands for."""
    start = reading.text.rindex(word)
    entity = reading.people.resolve(start, start + len(word))
    return entity.name if entity else None


ADA, KARL, ACME = "[[PERSON|Ada Hale]]", "[[PERSON|Karl Ruiz]]", "[[ORG|Acme]]"


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        (f"{ADA} came. She spoke.", "She", "Ada Hale"),
        (f"{ADA} met {KARL}. She spoke.", "She", "Ada Hale"),
        (f"{ADA} met {KARL}. He spoke.", "He", "Karl Ruiz"),
        (f"{KARL} came. Mr. [[PERSON|Vu]] came. Ms. [[PERSON|Osei]] came. She spoke.", "She", "Osei"),
        (f"{KARL} came. “Fine,” he said.", "he", "Karl Ruiz"),
        (f"{ADA} lost her keys.", "her", "Ada Hale"),
        (f"{ACME} grew. It hired.", "It", "Acme"),
        (f"{ADA}, who won, spoke.", "who", "Ada Hale"),
        (f"{ADA} met {KARL}. His daughter Rosa came. She spoke.", "She", "Rosa"),
        (f"{KARL} likes [[PERSON|Jan Vu]]. “[[PERSON|Vu]] is kind,” he said.", "he", "Karl Ruiz"),
    ],
)
def test_a_pronoun_stands_for(text: str, word: str, name: str) -> None:
    assert antecedent(reading_of(text), word) == name


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (f"{KARL} came. She spoke.", "She"),
        (f"{ADA} came. It rained.", "It"),
        (f"{ADA} said: “I love him, he is good.”", "he"),
        (f"{ADA} came. [[ORG|WHO]] spoke. WHO spoke.", "WHO spoke"),
        ("Nobody came. She spoke.", "She"),
    ],
)
def test_no_answer_rather_than_a_wrong_one(text: str, word: str) -> None:
    assert antecedent(reading_of(text), word) in (None, "WHO")


def test_far_away_people_are_forgotten() -> None:
    rain = "It rained. " * 12
    assert antecedent(reading_of(f"{ADA} came. {rain}She spoke."), "She") is None


def test_the_subject_of_the_sentence_before_wins_over_its_object() -> None:
    text = "Ada met Rosa. She spoke."
    reading = reading_of(
        text,
        table="""
            Ada    NNP  met    nsubj  PERSON
            met    VBD  met    ROOT
            Rosa   NNP  met    obj    PERSON
            .      .    met    punct
            She    PRP  spoke  nsubj
            spoke  VBD  spoke  ROOT
            .      .    spoke  punct
        """,
    )
    assert antecedent(reading, "She") == "Ada"


def test_him_is_not_the_subject_of_its_own_verb() -> None:
    reading = reading_of(
        "Karl came. Omar told him.",
        table="""
            Karl  NNP  came  nsubj  PERSON
            came  VBD  came  ROOT
            .     .    came  punct
            Omar  NNP  told  nsubj  PERSON
            told  VBD  told  ROOT
            him   PRP  told  obj
            .     .    told  punct
        """,
    )
    assert antecedent(reading, "him") == "Karl"


def test_a_relative_pronoun_stands_for_what_its_clause_hangs_on() -> None:
    reading = reading_of(
        "Karl met a man who won.",
        table="""
            Karl  NNP  met   nsubj      PERSON
            met   VBD  met   ROOT
            a     DT   man   det
            man   NN   met   obj
            who   WP   won   nsubj
            won   VBD  man   acl:relcl
            .     .    met   punct
        """,
    )
    assert antecedent(reading, "who") is None


def test_a_pronoun_may_stand_for_a_report_without_a_name() -> None:
    reading = reading_of("A study came out. It says so.")
    start = reading.text.index("It")
    speaker = reading.people.speaker(start, start + 2)
    assert speaker is not None
    assert (speaker.name, speaker.entity) == ("study", None)


def test_an_open_quote_ends_with_its_block() -> None:
    reading = reading_of([("paragraph", "“I came."), ("paragraph", "He left.")])
    quoted = quoted_tokens(reading.doc, reading.post)
    assert [reading.doc[i].text for i in sorted(quoted)] == ["I", "came", "."]


def test_a_doc_without_words_has_no_mentions() -> None:
    assert reading_of("").people.entities == ()
    assert len(table_doc("Ada NNP")) == 1


def test_whoever_is_not_named_is_nobody_and_none_of_the_named() -> None:
    rows = """
        Ada     NNP  spoke  nsubj  PERSON
        spoke   VBD  spoke  ROOT
        .       .    spoke  punct
        A       DT   nurse  det
        nurse   NN   left   nsubj
        left    VBD  left   ROOT
        .       .    left   punct
        She     PRP  cried  nsubj
        cried   VBD  cried  ROOT
        .       .    cried  punct
    """
    assert antecedent(reading_of("Ada spoke. A nurse left. She cried.", table=rows), "She") is None


def test_who_stands_in_apposition_to_the_subject_is_one() -> None:
    rows = """
        Rosa    NNP  spoke  nsubj  PERSON
        spoke   VBD  spoke  ROOT
        .       .    spoke  punct
        One     CD   met    nsubj
        ,       ,    One    punct
        Ada     NNP  One    appos  PERSON
        ,       ,    One    punct
        met     VBD  met    ROOT
        Jane    NNP  met    obj    PERSON
        .       .    met    punct
        She     PRP  cried  nsubj
        cried   VBD  cried  ROOT
        .       .    cried  punct
    """
    assert antecedent(reading_of("Rosa spoke. One, Ada, met Jane. She cried.", table=rows), "She") == "Ada"


def test_the_company_is_the_one_that_the_text_is_about() -> None:
    about = "[[ORG|Acme Corp.]] grew. [[ORG|Acme Corp.]] hired. We met [[ORG|Moss Corp.]] once."
    assert (
        antecedent(reading_of(f"{about} Rain fell. Rain fell. The company left."), "The company")
        == "Acme Corp."
    )
    assert antecedent(reading_of(f"{about} The company left."), "The company") == "Moss Corp."


@pytest.mark.parametrize("words", ["The coach", "The 51-year-old"])
def test_an_unknown_role_or_an_age_stands_for_the_subject_just_before(words: str) -> None:
    noun = words.split()[1]
    reading = reading_of(
        f"Ada smiled. {words} left.",
        table=f"""
            Ada     NNP  smiled  nsubj  PERSON
            smiled  VBD  smiled  ROOT
            .       .    smiled  punct
            The     DT   {noun}  det
            {noun}  NN   left    nsubj
            left    VBD  left    ROOT
            .       .    left    punct
        """,
    )
    assert antecedent(reading, words) == "Ada"


def test_who_signs_is_not_spoken_of() -> None:
    signed = [("byline", f"By {ADA}"), ("paragraph", "She spoke.")]
    assert antecedent(reading_of(signed), "She") is None  # type: ignore[arg-type]
    told = [("paragraph", f"{ADA} came."), ("paragraph", "She spoke.")]
    assert antecedent(reading_of(told), "She") == "Ada Hale"  # type: ignore[arg-type]
