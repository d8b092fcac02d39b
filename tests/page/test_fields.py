"""Authors and dates of an article's page: what is shown, what is stated, and which of the two is believed."""

import json

import pytest

from pressparse.document import Post
from pressparse.page.fields.names import bare_name, is_nobody, is_writer, split_names
from pressparse.page.read import read_html

BODY = "".join(
    f"<p>The {n} ferry crossed the sound on Monday, with a band on deck and the harbour full.</p>"
    for n in ("first", "second", "third")
)
TITLE = "<h1>Ferry enters service</h1>"
STATED = '<meta property="article:published_time" content="2019-03-30T12:00:00Z">'


def post_of(head: str, body: str) -> Post:
    page = f"<html><head>{head}</head><body><main>{body}</main></body></html>"
    return read_html(page).posts[0].post


def linked(**fields: object) -> str:
    article = {"@type": "NewsArticle", "headline": "Ferry enters service", **fields}
    return f'<script type="application/ld+json">{json.dumps(article)}</script>'


class TestDates:
    @pytest.mark.parametrize(
        ("line", "published"),
        [
            ("<div>Dec 19, 2023 9:00 AM</div>", "2023-12-19"),  # what the reader is given
            ("<div>Published: December 19, 2023 | Updated: January 4, 2024</div>", "2023-12-19"),
            ("<div>Last updated: December 19, 2023</div>", "2019-03-30"),  # of a change
            ("<div>Last updated</div><div>December 19, 2023</div>", "2019-03-30"),
            ("<div>Posted: Dec 20, 2023 10:27 AM EST | Last Updated: December 21, 2023</div>", "2023-12-20"),
            ("<div>2 April 2019 31 March 2019 by Jane Roe</div>", "2019-03-31"),  # changed, published
            ("<ul><li>Joined</li><li>Nov 4, 2011</li></ul>", "2019-03-30"),
            ("<div>Member since Nov 4, 2011</div>", "2019-03-30"),
            ('<div>March 30, 2019 <time datetime="2011-11-04"></time></div>', "2019-03-30"),
        ],
    )
    def test_the_date_over_the_story_counts_unless_it_is_of_something_else(
        self, line: str, published: str
    ) -> None:
        assert (post_of(STATED, TITLE + line + BODY).published or "")[:10] == published

    def test_a_date_of_a_change_alone_is_all_there_is(self) -> None:
        post = post_of("", TITLE + "<div>Updated: December 19, 2023</div>" + BODY)
        assert (post.published, post.modified) == ("2023-12-19", "2023-12-19")

    def test_a_date_below_the_story_does_not_overrule_the_stated_one(self) -> None:
        post = post_of(STATED, TITLE + BODY + '<div class="date">December 19, 2023</div>')
        assert (post.published or "")[:10] == "2019-03-30"

    def test_figures_that_may_mean_two_days_mean_the_stated_one(self) -> None:
        head = STATED.replace("2019-03-30", "2024-06-11")
        assert (post_of(head, TITLE + "<div>06.11.24</div>" + BODY).published or "")[:10] == "2024-06-11"

    def test_json_ld_of_another_headline_is_the_pages_by_its_address(self) -> None:
        head = '<link rel="canonical" href="https://a.example/ferry/">' + linked(
            headline="Quite another thing", url="https://www.a.example/ferry", datePublished="2020-05-01"
        )
        assert (post_of(head, TITLE + BODY).published or "")[:10] == "2020-05-01"


class TestAuthors:
    @pytest.mark.parametrize(
        ("byline", "authors"),
        [
            ("<div>By Jane Roe MS, RDN, LD</div>", ("Jane Roe",)),
            ("<div>By Jane Roe, Reuters</div>", ("Jane Roe",)),
            ("<div>By Jane Roe in Geneva and Ola Nilsen in New York</div>", ("Jane Roe", "Ola Nilsen")),
            ("<div>By <a href='/authors/jroe'>Jane Roe</a> and Ola Nilsen</div>", ("Jane Roe", "Ola Nilsen")),
            ("<div>By The Harbour News Team</div>", ("The Harbour News Team",)),
            ("<div>By Gull Editorial Team</div>", ("Gull Editorial Team",)),
            ("<div>& Jane Roe</div><div>May 3, 2020</div>", ("Jane Roe",)),
            ("<div>May 3, 2020 Jane Roe</div>", ("Jane Roe",)),
            ("<div>Jane Roe May 3, 2020 2 Shares 150 Views</div>", ("Jane Roe",)),
            ("<div>Jane Roe</div><div>Co-Founder & Director</div><div>May 3, 2020</div>", ("Jane Roe",)),
            ("<ul><li>Jane Roe</li><li>03-05-2020</li></ul>", ("Jane Roe",)),
            ("<div>Fact-checked by Jane Roe</div>", ()),
            ("<div>Travel May 3, 2020 -- 5 min read</div>", ()),
        ],
    )
    def test_a_byline_over_the_story(self, byline: str, authors: tuple[str, ...]) -> None:
        assert post_of("", TITLE + byline + BODY).authors == authors

    def test_the_line_who_and_when_may_stand_under_the_first_paragraph(self) -> None:
        first, rest = BODY.split("</p>", 1)
        line = "<p>Jane Roe May 3, 2020 2 Shares 150 Views</p>"
        post = post_of("", f"{TITLE}{first}</p>{line}{rest}")
        assert (post.authors, post.published) == (("Jane Roe",), "2020-05-03")

    def test_a_rubric_beside_the_date_is_no_writer_where_the_page_names_one(self) -> None:
        head = '<meta name="author" content="Jane Roe">'
        assert post_of(head, "<div>May 3, 2020</div><div>Quiet Waters</div>" + TITLE + BODY).authors == (
            "Jane Roe",
        )

    def test_who_wrote_a_page_is_not_who_wrote_what_it_links_to(self) -> None:
        more = '<div class="byline">by Ola Nilsen</div><div>May 3, 2020</div>'
        assert post_of(linked(author={"name": "Jane Roe"}), TITLE + BODY + more).authors == ("Jane Roe",)

    def test_other_hands_do_not_write(self) -> None:
        people = [{"name": "Jane Roe"}, {"name": "Ola Nilsen"}]
        lines = '<div class="byline">By Jane Roe</div><div class="byline">Styled by Ola Nilsen</div>'
        assert post_of(linked(author=people), TITLE + lines + BODY).authors == ("Jane Roe",)

    @pytest.mark.parametrize("name", ["Gull Staff", "The Gull Studio", "Editorial Team", "AFP", "The Gull"])
    def test_a_house_name_that_metadata_alone_states_is_no_author(self, name: str) -> None:
        site = '<meta property="og:site_name" content="The Gull">'
        assert post_of(site + linked(author={"name": name}), TITLE + BODY).authors == ()

    def test_a_desk_stands_as_printed(self) -> None:
        site = '<meta property="og:site_name" content="Gull">'
        assert post_of(site, TITLE + "<div>By Gull Staff</div>" + BODY).authors == ("Gull Staff",)

    def test_who_is_quoted_in_a_shop_did_not_write_it(self) -> None:
        praise = '<div class="quote">Fine boats.</div><div class="author">Jane Roe</div>'
        assert post_of("", TITLE + BODY + praise + BODY).authors == ()


def test_names_end_where_degrees_and_outlets_begin() -> None:
    assert bare_name("Jane Roe MS, RDN") == "Jane Roe"
    assert bare_name("Field Media Group") == "Field Media Group"
    assert bare_name("John Doe Jr.") == "John Doe Jr."
    assert split_names("By Jane Roe, MS and Ola Nilsen | WBEZ") == ["Jane Roe", "Ola Nilsen"]


@pytest.mark.parametrize(
    ("name", "sites", "expected"),
    [
        ("Jane Roe", ["The Gull"], True),
        ("Erin Roe", ["Erin Roe"], True),  # a person's own site
        ("The Gull", ["The Gull"], False),
        ("Gull Quay News", ["Gullquaynews"], False),
        ("jroe@a.example", [], False),
        ("https://a.example", [], False),
    ],
)
def test_is_writer(name: str, sites: list[str], expected: bool) -> None:
    assert is_writer(name, sites) is expected


def test_is_nobody() -> None:
    assert is_nobody("Gull Correspondents", ["Gull"])
    assert not is_nobody("Jane Roe", ["Jane Roe Yoga"])
