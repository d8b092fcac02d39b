"""What language a page is in, and what it is told where records are read in English alone."""

import pytest

from pressparse.page import language
from pressparse.page.language import language_of, language_warning
from pressparse.page.read import read_html, read_text

SPANISH = "El transbordador salió a las nueve del viernes, dijo el portavoz de la empresa a los medios en el puerto."
ENGLISH = "The ferry left the harbour at nine on Friday, and the company said that it would be back by noon, with all of them on board."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ENGLISH, "en"),
        (SPANISH * 2, "es"),
        (
            "Die Fähre verließ am Freitag um neun den Hafen, sagte die Sprecherin der Reederei in Kiel. " * 2,
            "de",
        ),
        ("Паром отошёл от причала в девять часов утра, сообщила пресс-служба порта в пятницу. " * 2, "ru"),
        (
            "De veerboot vertrok vrijdag om negen uur uit de haven, zei de woordvoerder van het bedrijf in Rotterdam. "
            * 2,
            "nl",
        ),
        ("Ferry timetable", None),
        ("", None),
        ("Oslo 1200, Kiel 1400, Riga 1500", None),
    ],
)
def test_language_is_told_by_the_words(text, expected):
    assert language_of(text) == expected


def test_english_needs_no_classifier(monkeypatch):
    monkeypatch.setattr(language, "_identifier", lambda: pytest.fail("loaded the classifier"))
    assert language_of(ENGLISH * 40) == "en"


@pytest.mark.parametrize(
    ("said", "warned"), [("en", False), ("en-US", False), ("EN_gb", False), ("fr", True), ("pt-BR", True)]
)
def test_other_languages_are_warned_of(said, warned):
    assert bool(language_warning(said)) is warned


def test_what_a_page_says_is_believed():
    reading = read_html(f'<html lang="pt-BR"><h1>Balsa</h1><p>{ENGLISH}</p></html>')
    assert reading.page.language == "pt-BR"
    assert [w.code for w in reading.warnings] == ["language_not_supported"]


def test_posts_of_another_language_are_read_all_the_same():
    reading = read_html(f"<h1>El transbordador</h1><p>Por Jane Roe</p><p>{SPANISH}</p><p>{SPANISH} Fin.</p>")
    assert reading.page.language == "es"
    assert reading.posts[0].post.title == "El transbordador"
    assert [w.code for w in reading.warnings] == ["language_not_supported"]


def test_plain_text_has_its_language_told():
    assert read_text(f"Ferry leaves\n\n{ENGLISH}").page.language == "en"
