"""Names of people: their parts, and which of them may be one person's."""

import pytest

from pressparse.nlp.names import likeness, may_begin_person, parse_name


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Amina Osei", ("amina", "osei")),
        ("Dr. Amina Osei", ("amina", "osei")),
        ("H.E. Ms. Amina Osei", ("amina", "osei")),
        ("Her Royal Highness Princess Amina", ("amina",)),
        ("Rt Hon Amina Osei MP", ("amina", "osei")),
        ("Smt. Lata Rao", ("lata", "rao")),
        ("Walter van der Berg", ("walter", "van der berg")),
        ("Khalid bin Sultan", ("khalid", "bin sultan")),
        ("Síle Ní Bhriain", ("sile", "ni", "bhriain")),
        ("J. K. Hale", ("j", "k", "hale")),
        ("Robert Hale, Jr.", ("robert", "hale")),
        ("Robert Hale III", ("robert", "hale")),
        ("Robert Hale, M.D., Ph.D.", ("robert", "hale")),
        ("Robert “Bo” Hale", ("robert", "hale")),
        ("Kim Dae-ho", ("kim", "dae-ho")),
        ("Hale's", ("hale",)),
    ],
)
def test_a_name_has_these_parts(text: str, parts: tuple[str, ...]) -> None:
    assert parse_name(text).parts == parts


def test_a_printed_name_keeps_its_generation_and_loses_its_letters() -> None:
    assert parse_name("Sir Robert Hale, Jr.").text == "Robert Hale, Jr."
    assert parse_name("Robert Hale, OBE").text == "Robert Hale"


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Mrs. Hale", "woman"),
        ("MR. HALE", "man"),
        ("Amina Osei", "woman"),
        ("Dr. Hale", None),
        ("Sir Kit Hale", "man"),
    ],
)
def test_honorific_or_given_name_tells_the_gender(text: str, gender: str | None) -> None:
    assert parse_name(text).gender == gender


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Hale", "Robert Hale"),
        ("Mr. Park", "Park Dae-ho"),
        ("Robert", "Robert Hale"),
        ("Bob Hale", "Robert Hale"),
        ("R. Hale", "Robert Hale"),
        ("Robert Hale", "Robert M. Hale, Jr."),
        ("Bo", "Robert “Bo” Hale"),
        ("Bo Hale", "Robert “Bo” Hale"),
        ("Berg", "Walter van der Berg"),
        ("Osei", "Amina Osei-Mensah"),
        ("Okonkow", "Chidi Okonkwo"),
        ("Ms. Halversen", "Greta Halverson"),
    ],
)
def test_a_short_form_is_like_its_full_name(short: str, full: str) -> None:
    assert likeness(parse_name(short), parse_name(full)) > 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ruth Hale", "Edwin Hale"),
        ("Hale", "Robert Hill"),
        ("Hansen", "Greta Jansen"),
        ("Park", "Amina Osei"),
        ("Amina Hale", "Amina Osei"),
        ("Lee", "Amina Leek"),
    ],
)
def test_other_people_are_not_alike(one: str, other: str) -> None:
    assert likeness(parse_name(one), parse_name(other)) == 0


def test_the_surname_counts_for_more_than_the_given_name() -> None:
    dean_hale, robert_dean = parse_name("Dean Hale"), parse_name("Robert Dean")
    assert likeness(parse_name("Dean"), robert_dean) > likeness(parse_name("Dean"), dean_hale)


@pytest.mark.parametrize(
    ("words", "may"),
    [
        ("Amina Osei", True),
        ("J.K. Rosa Hale", True),
        ("Acme Books", False),
        ("Mei-Ling Wu", True),
        ("A. B.", False),
    ],
)
def test_names_begin_with_given_names(words: str, may: bool) -> None:
    assert may_begin_person(words.split()) is may
