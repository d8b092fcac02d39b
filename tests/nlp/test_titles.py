"""Roles beside names, with the organisations that they belong to."""

import pytest

from hand_built import reading_of
from simple_tags import give_tags


def titles(text: str, name: str = "Ada Hale") -> tuple[tuple[str, ...], str | None]:
    entity = next(e for e in reading_of(text).people.entities if e.name == name)
    return entity.titles, entity.affiliation


ADA = "[[PERSON|Ada Hale]]"


@pytest.mark.parametrize(
    ("text", "title", "affiliation"),
    [
        # before the name
        (f"It is new, said Chief Executive Officer {ADA}.", "Chief Executive Officer", None),
        (f"It is new, said [[ORG|Acme]] CEO and President {ADA}.", "CEO and President", "Acme"),
        (f"It is new, said Secretary of State {ADA}.", "Secretary of State", None),
        (f"It is new, said U.S. Sen. {ADA}.", "Sen.", None),
        (f"It is new, said Under-Secretary {ADA}.", "Under-Secretary", None),
        (f"It is new, said Pastor {ADA}.", "Pastor", None),
        (f"It is new, said the festival’s director, {ADA}.", "festival’s director", None),
        (f"It is new, said {ADA}, the old club’s treasurer.", "old club’s treasurer", None),
        (f"It is new, said the mayor’s assistant, {ADA}.", "assistant", None),
        (f"It is new, said the glaciologist {ADA}.", "glaciologist", None),
        (f"It is new, said [[NORP|French]] Ambassador {ADA}.", "French Ambassador", None),
        # before it, with a comma
        (f"It is new, said the director of the Radio Division of the [[ORG|Harbour Trust]], {ADA}.",
         "director of the Radio Division of the Harbour Trust", "Harbour Trust"),
        (f"The [[ORG|Harbour Trust]]’s secretary, {ADA}, left.", "secretary", "Harbour Trust"),
        (f"The Minister of Health, Smt. {ADA}, left.", "Minister of Health", None),
        # after it
        (f"It is new, said {ADA}, president and chief executive officer.",
         "president and chief executive officer", None),
        (f"It is new, said {ADA}, head of the [[ORG|Harbour Trust]], who left.", "head of the Harbour Trust",
         "Harbour Trust"),
        (f"It is new, said {ADA}, M.D., Ph.D., Chief Scientific Officer, MedTech, [[ORG|Acme & Sons]].",
         "Chief Scientific Officer, MedTech, Acme & Sons", "Acme & Sons"),
        (f"{ADA}, 61, a retired potter from [[GPE|Oslo]], left.",
         "retired potter from Oslo", None),
        (f"{ADA} (D-HI), chairman of the committee, left.", "chairman of the committee", None),
        (f"{ADA}, R-Ga., member of the committee, left.", "member of the committee", None),
        (f"“It is new.” — {ADA}, Director, [[ORG|Harbour Trust]]",
         "Director, Harbour Trust", "Harbour Trust"),
        (f"It is new, said {ADA}, its founder.", "founder", None),
        (f"It is new, said {ADA}, chair of the judges.", "chair of the judges", None),
        (f"{ADA}, head of [[ORG|Acme, Inc.]], left.", "head of Acme, Inc.", "Acme, Inc."),
        (f"It is new, said {ADA}, head of parks and former chair of the [[ORG|Harbour Trust]].",
         "head of parks and former chair of the Harbour Trust", "Harbour Trust"),
        # stated by the sentence
        (f"[[ORG|Acme]] today appointed {ADA} as chief executive officer, from July.", "chief executive officer", None),
        (f"{ADA} has been named director of the [[ORG|Harbour Trust]].", "director of the Harbour Trust",
         "Harbour Trust"),
        (f"{ADA} is a nurse.", "nurse", None),
        # what stands before a title by chance
        (f"WASHINGTON, DC - Chairman {ADA} left.", "Chairman", None),
        (f"Today Senator {ADA} left.", "Senator", None),
        (f"{ADA}, also chairman of the committee, left.", "chairman of the committee", None),
        # whose title it is
        (f"The [[ORG|Harbour Trust]] grew. The [[ORG|Trust]]’s head, {ADA}, left.", "head", "Harbour Trust"),
    ],
)  # fmt: skip
def test_the_title_is_found(text: str, title: str, affiliation: str | None) -> None:
    assert titles(text) == ((title,), affiliation)


@pytest.mark.parametrize(
    "text",
    [
        f"It is new, said {ADA}, adding that it works.",
        f"It is new, said {ADA}, who left the table.",
        f"Here are {ADA}, [[PERSON|Rosa Ruiz]] and others.",
        f"From left: [[PERSON|Jo Ruiz]], the ambassador, {ADA}, [[PERSON|Rosa Roe]].",
        f"From left: {ADA}, Ambassador [[PERSON|Rosa Roe]] and others.",
        f"It was taken by her son, {ADA}.",
        f"In the town, {ADA} left.",
        f"For fire and firefighter safety, {ADA} left.",
        f"We called [[PERSON|Jo Ruiz]], Mexican Ambassador, {ADA} wrote.",
        f"{ADA} is one of many.",
        f"{ADA} is a mother of two.",
    ],
)
def test_no_title_is_made_up(text: str) -> None:
    assert titles(text)[0] == ()


def test_an_organisation_after_the_name_is_the_affiliation() -> None:
    assert titles(f"Prof. {ADA} of the [[ORG|University of Oslo]] left.") == ((), "University of Oslo")


def test_two_people_each_keep_their_own_title() -> None:
    text = f"{ADA}, president of [[ORG|Acme]], and [[PERSON|Rosa Ruiz]], treasurer, left."
    assert titles(text)[0] == ("president of Acme",)
    assert titles(text, "Rosa Ruiz")[0] == ("treasurer",)


def test_the_title_first_printed_in_full_comes_first_or_what_holds_it() -> None:
    text = f"Senator {ADA} left. {ADA}, member of the [[ORG|Harbour Committee]], left."
    assert titles(text)[0] == ("Senator", "member of the Harbour Committee")
    text = f"The head, {ADA}, left. {ADA}, head of the [[ORG|Harbour Committee]], left."
    assert titles(text)[0][0] == "head of the Harbour Committee"


def test_a_title_cut_short_comes_last() -> None:
    text = (
        f"Sen. {ADA} left. {ADA}, chair of the [[ORG|Harbour Committee]], left. Senator [[PERSON|Hale]] left."
    )
    assert titles(text)[0][0] == "chair of the Harbour Committee"


def test_the_title_of_several_people_is_nobody_s_own() -> None:
    assert titles(f"Sens. {ADA} and [[PERSON|Jo Ruiz]] left.")[0] == ()
    assert titles(f"Senators {ADA} and [[PERSON|Jo Ruiz]] left.")[0] == ()
    assert titles(f"Congressmen {ADA} and [[PERSON|Jo Ruiz]] left.")[0] == ()


def test_who_does_something_after_a_source_is_somebody_else() -> None:
    reading = reading_of(f"According to {ADA}, a collector from [[GPE|Oslo]] said more.")
    give_tags(reading.doc)
    assert next(e for e in reading.people.entities if e.name == "Ada Hale").titles == ()
