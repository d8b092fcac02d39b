"""Lines of names alone: credits without a label, organisations and writers beside a date, jobs under a byline."""

import pytest

from pressparse.document import Post
from pressparse.page.read import read_html, read_text
from pressparse.page.roles.line_roles import line_kind

BODY = "".join(
    f"<p>The {n} ferry crossed the sound on Monday, with a band on deck and the harbour full.</p>"
    for n in ("first", "second", "third")
)


def post_with(line: str) -> Post:
    return read_html(f"<main><h1>Ferry enters service on the sound</h1>{line}{BODY}</main>").posts[0].post


@pytest.mark.parametrize(
    "line",
    [
        "AP Photo/Jane Roe, File",
        "REUTERS/Jane Roe/File Photo",
        "Reuters/Jane Roe",
        "JANE ROE/AFP via Getty Images",
        "Handout via REUTERS",
        "Gull Quay Museum/Handout",
        "Getty Images",
        "Gull Quay Courier photo by Jane Roe",
    ],
)
def test_a_credit_needs_no_label(line: str) -> None:
    assert line_kind(line) == "photo_credit"


@pytest.mark.parametrize(
    "line",
    [
        "News/Politics",
        "Jane Roe, Reuters",
        "Reuters",
        "Google/Apple deal is off",
        "Ferries via Oslo",
        "And/or",
    ],
)
def test_other_lines_of_names_are_no_credits(line: str) -> None:
    assert line_kind(line) != "photo_credit"


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Gull Quay Institute, 3 February 2020", "Gull Quay Institute"),
        ("Ministry of Harbours | February 3, 2020", "Ministry of Harbours"),
        ("The Gull Quay Gazette – 3 February 2020, 10:15", "The Gull Quay Gazette"),
        ("3 February 2020, Gull Quay Institute", "Gull Quay Institute"),
    ],
)
def test_an_organisation_beside_a_date_is_the_source(line: str, source: str) -> None:
    post = post_with(f"<p>{line}</p>")
    assert (post.source, (post.published or "")[:10]) == (source, "2020-02-03")
    assert (post.subtitle, post.authors, post.dateline) == (None, (), None)


def test_a_place_and_a_person_beside_a_date_are_none() -> None:
    at_place, by_person = (
        post_with("<p>Geneva, 3 February 2020</p>"),
        post_with("<p>Jane Roe, 3 February 2020</p>"),
    )
    assert (at_place.source, at_place.dateline and at_place.dateline.place) == (None, "Geneva")
    assert (by_person.source, by_person.authors, by_person.dateline) == (None, ("Jane Roe",), None)
    assert post_with("<p>Port Orr City, 3 February 2020</p>").source is None


def test_the_job_under_a_byline_is_no_heading() -> None:
    story = (
        "The ferry crossed the sound on Monday, with a band on deck and the harbour full of boats.\n\n" * 3
    )
    text = f"Ferry enters service on the sound\n\nBy JANE ROE\nCourier staff writer\n\n{story}"
    roles = [block.role for block in read_text(text).posts[0].post.blocks]
    assert roles[:3] in (["title", "byline", "byline"], ["title", "byline", "paragraph"])
    assert "heading" not in roles


def test_a_masthead_of_two_lines_is_no_title() -> None:
    text = (
        "EMBASSY OF THE REPUBLIC OF ORRLAND\nTO THE KINGDOM OF NORWAY\n\nPRESS NOTE No. 17/2019\n\n"
        "Oslo, 4 October 2019\n\nMINISTER OPENS THE FERRY;\nTWO PIERS BLESSED\n\n"
        "The Minister opened the ferry on Monday, with a band on deck and the harbour full of boats.\n\n"
        "For information:\nMs. Jane Roe, Press Officer\nTel. +47 22 555 0122, press@orr.example\n\nVia Roma 12, Oslo\n"
    )
    post = read_text(text).posts[0].post
    assert post.title == "MINISTER OPENS THE FERRY; TWO PIERS BLESSED"
    assert (post.subtitle, post.source) == (None, None)
    assert any(block.role == "contact" for block in post.blocks)


@pytest.mark.parametrize(
    "line",
    [
        "Gull Quay School Named a Landmark, 3 February 2020",
        "Council Opens New Library, 3 February 2020",
        "Roe Named Chair of Harbour Council For Immediate Release: 3 February 2020",
    ],
)
def test_a_headline_beside_a_date_is_no_source(line: str) -> None:
    assert line_kind(line) != "source"
