"""A page's metadata is read in all its forms, and believed only where it can be."""

import json
import time

import pytest

from pressparse.page.fields import url_date
from pressparse.page.html.json_ld import read_linked_data
from pressparse.page.html.tree import parse_tree
from pressparse.page.metadata import alike, read_metadata, without_site
from pressparse.page.read import read_html

BODY = "".join(
    f"<p>The {n} ferry crossed the sound on Monday, with a band on deck and the harbour full.</p>"
    for n in ("first", "second")
)


def post_of(head: str, body: str = "<h1>Ferry enters service</h1>" + BODY, url: str | None = None):  # type: ignore[no-untyped-def]
    return (
        read_html(f"<html><head>{head}</head><body><article>{body}</article></body></html>", url=url)
        .posts[0]
        .post
    )


def json_ld(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(fields)}</script>'


ARTICLE = {"@type": "NewsArticle", "headline": "Ferry enters service"}


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        (json_ld(**ARTICLE, author={"@type": "Person", "name": "Jane Roe"}), ("Jane Roe",)),
        (
            json_ld(**ARTICLE, author=[{"name": "Jane Roe"}, {"name": "Ola Nilsen"}]),
            ("Jane Roe", "Ola Nilsen"),
        ),
        (json_ld(**ARTICLE, author="Jane Roe"), ("Jane Roe",)),
        (
            json_ld(
                **{
                    "@graph": [
                        {**ARTICLE, "author": {"@id": "#a"}},
                        {"@id": "#a", "@type": "Person", "name": "Jane Roe"},
                    ]
                }
            ),
            ("Jane Roe",),
        ),
        ('<meta name="author" content="Jane Roe">', ("Jane Roe",)),
        ('<meta name="parsely-author" content="Jane Roe | WBEZ">', ("Jane Roe",)),
        ('<meta property="article:author" content="By Jane Roe and Ola Nilsen">', ("Jane Roe", "Ola Nilsen")),
        ('<meta name="dc.creator" content="Jane Roe, MS, RDN">', ("Jane Roe",)),
        ('<meta property="article:author" content="https://facebook.com/jroe">', ()),
        (
            '<meta name="author" content="The Sound"><meta property="og:site_name" content="The Sound">',
            (),
        ),
        (json_ld(**ARTICLE, author={"@type": "Organization", "name": "Acme Corp."}), ()),
        (json_ld(**{**ARTICLE, "headline": "Quite another thing"}, author={"name": "Jane Roe"}), ()),
        ("", ()),
    ],
)
def test_stated_authors_are_people_of_this_article(head: str, authors: tuple[str, ...]) -> None:
    assert post_of(head).authors == authors


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ('<p class="byline">By Jane Roe</p>', ("Jane Roe",)),
        ("<p>by Jane Roe ● December 23, 2025 ● 6 min read</p>", ("Jane Roe",)),
        ("<div>Jane Roe | Senior Writer | July 2, 2025</div>", ("Jane Roe",)),
        ("<div>Written by:</div><div>Jane Roe</div>", ("Jane Roe",)),
        ('<div><a rel="author" href="/a/jroe">Jane Roe</a></div>', ("Jane Roe",)),
        ("<!-- by Jane Roe -->", ("Jane Roe",)),
    ],
)
def test_a_visible_byline_is_read(byline: str, authors: tuple[str, ...]) -> None:
    assert post_of("", f"<h1>Ferry enters service</h1>{byline}{BODY}").authors == authors


def test_a_visible_byline_comes_before_metadata_and_the_metadata_says_where_the_name_ends() -> None:
    head = '<meta name="author" content="Jane Roe">'
    printed = (
        '<h1>Ferry enters service</h1><p class="byline">By {} <span>Published: May 3, 2020</span></p>' + BODY
    )
    assert post_of(head, printed.format("Jane Roe")).authors == ("Jane Roe",)
    assert post_of(head, printed.format("Ola Nilsen")).authors == ("Ola Nilsen",)


@pytest.mark.parametrize(
    ("head", "published", "modified"),
    [
        (
            json_ld(**ARTICLE, datePublished="2024-06-03T10:00:00Z", dateModified="2024-06-05"),
            "2024-06-03",
            "2024-06-05",
        ),
        ('<meta property="article:published_time" content="2024-06-03T10:00:00+02:00">', "2024-06-03", None),
        ('<meta name="DC.date.issued" content="2024-06-03">', "2024-06-03", None),
        ('<meta itemprop="datePublished" content="2024-06-03">', "2024-06-03", None),
        ('<meta property="article:modified_time" content="2024-06-05">', None, "2024-06-05"),
        (json_ld(**ARTICLE, datePublished=20240603, author=None), None, None),
        ("", None, None),
    ],
)
def test_published_is_told_from_modified(head: str, published: str | None, modified: str | None) -> None:
    post = post_of(head)
    assert ((post.published or "")[:10] or None, (post.modified or "")[:10] or None) == (published, modified)


def test_a_date_is_read_from_the_visible_line_and_from_the_address() -> None:
    shown = "<h1>Ferry enters service</h1><p>Published 13 October 2019</p>" + BODY
    assert post_of("", shown).published == "2019-10-13"
    assert post_of("", url="https://a.example/2019/10/13/ferry").published == "2019-10-13"


def test_the_day_that_a_reader_sees_counts() -> None:
    head = '<meta property="article:published_time" content="2023-12-23T01:48:19+00:00">'
    shown = "<h1>Ferry enters service</h1><p>December 22, 2023 at 8:48 p.m.</p>" + BODY
    assert (post_of(head, shown).published or "")[:10] == "2023-12-22"


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/2023/dec/21/grinch/", "2023-12-21"),
        ("https://a.example/news/2013-12-05-ferry", "2013-12-05"),
        ("https://a.example/2014/05/x.html", "2014-05"),
        ("https://a.example/item/20245/13", None),
        ("https://[broken", None),
        (None, None),
    ],
)
def test_dates_in_addresses(url: str | None, day: str | None) -> None:
    assert url_date(url) == day


@pytest.mark.parametrize(
    ("source", "headlines"),
    [
        ('{"@type": "Article", "headline": "A",}', ["A"]),
        ('<!-- {"@type": "Article", "headline": "A"} -->', ["A"]),
        ('{"@type": ["BlogPosting"], "headline": ["A", 3]}', ["A"]),
        ('{"@type": "Article", "headline": {"no": 1}}', [None]),
        ('{"@type": "Article", "headline": "line\nbreak"}', ["line break"]),
        ('[{"x": [{"@type": "http://schema.org/NewsArticle", "headline": "A &amp; B"}]}]', ["A & B"]),
        ("not json", []),
        ("[" * 10_000, []),
        ('{"@type": "Product", "name": "A"}', []),
    ],
)
def test_json_ld_is_read_as_far_as_it_goes(source: str, headlines: list[str | None]) -> None:
    tree = parse_tree(f'<script type="application/ld+json">{source}</script>')
    assert [article.headline for article in read_linked_data(tree).articles] == headlines


@pytest.mark.parametrize(
    ("title", "sites", "bare"),
    [
        ("Ferry enters service | Harbour News", ["Harbour News"], "Ferry enters service"),
        ("Harbour News » Ferry enters service", [], "Ferry enters service"),
        ("Ferry: a long way home", [], "Ferry: a long way home"),
        ("Well-known faces", [], "Well-known faces"),
    ],
)
def test_a_title_loses_its_site(title: str, sites: list[str], bare: str) -> None:
    assert without_site(title, sites) == bare


def test_titles_are_alike_when_one_holds_the_other() -> None:
    assert alike("Ferry enters service", "FERRY ENTERS SERVICE – Newsroom")
    assert not alike("Ferry", "Ferry enters service")
    assert not alike("", "")


def test_what_the_page_says_of_itself() -> None:
    head = """<html lang="en-GB"><head><title>Ferry | Harbour News</title><link rel="canonical" href="https://h.example/ferry">
    <meta property="og:site_name" content="Harbour News"><meta name="twitter:site" content="@harbour">"""
    reading = read_html(
        head + f"<body><h1>Ferry</h1>{BODY}<footer><a href='https://www.instagram.com/harbour/'>Instagram</a>"
    )
    page = reading.page
    assert (page.title, page.site_name, page.url, page.language) == (
        "Ferry | Harbour News", "Harbour News", "https://h.example/ferry", "en-GB",
    )  # fmt: skip
    links = {(link.url, link.place) for link in reading.posts[0].profile_links}
    assert links == {("https://www.instagram.com/harbour/", "footer"), ("https://x.com/harbour", "meta")}


def test_a_page_shown_by_scripts_alone_is_read_from_its_json_ld() -> None:
    body = "The ferry crossed the sound on Monday, with a band on deck.\n\n" * 20
    reading = read_html(json_ld(**ARTICLE, articleBody=body, author="Jane Roe") + "<div id=app></div>")
    post = reading.posts[0].post
    assert (post.title, post.authors, post.text.count("band on deck")) == (
        "Ferry enters service",
        ("Jane Roe",),
        20,
    )
    assert [w.code for w in reading.warnings] == ["text_from_metadata"]


def test_a_page_that_shows_its_text_is_not_read_from_its_json_ld() -> None:
    assert "unseen" not in post_of(json_ld(**ARTICLE, articleBody="unseen words " * 50)).text


def test_metadata_of_an_empty_page_is_empty() -> None:
    metadata = read_metadata(parse_tree(""))
    assert (metadata.titles, metadata.url, metadata.article("x")) == ((), None, None)


def test_a_customers_review_names_no_author() -> None:
    review = '{"@type": "Product", "review": {"@type": "Review", "author": {"@type": "Person", "name": "Jane Roe"}}}'
    page = (
        f'<script type="application/ld+json">{review}</script><h1>A kettle</h1><p>It boils water quickly.</p>'
    )
    assert read_html(page).posts[0].post.authors == ()


def test_json_ld_that_was_escaped_is_read() -> None:
    stated = '{"@type": "NewsArticle", "headline": "A kettle", "datePublished": "2023-12-05"}'.replace(
        '"', "&quot;"
    )
    page = (
        f'<script type="application/ld+json">{stated}</script><h1>A kettle</h1><p>It boils water quickly.</p>'
    )
    assert read_html(page).posts[0].post.published == "2023-12-05"


@pytest.mark.parametrize(
    "label", ["Published", "Fact Checked", "Edited By", "Quick Summary", "Licensed Pilot"]
)
def test_labels_are_no_names(label: str) -> None:
    page = f'<h1>A kettle</h1><p class="byline">{label}</p><p>May 3, 2014</p><p>It boils water quickly, they said.</p>'
    assert read_html(page).posts[0].post.authors == ()


@pytest.mark.parametrize(
    "head",
    [
        f'<html lang="en{"_" * 200}!">',
        f'<meta name="og:locale" content="en{"_a" * 200}!">',
        json_ld(**{"@type": "NewsArticle", "url": f"https://b.example/{'/' * 100_000}x"}),
    ],
    ids=["language", "locale", "address"],
)
def test_hostile_values_are_read_in_linear_time(head: str) -> None:
    started = time.process_time()
    read_metadata(parse_tree(f"{head}<h1>Ferry</h1>"), url="https://b.example/ferry")
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    ("said", "language"),
    [("en", "en"), (" en_GB ", "en-GB"), ("zh-Hant-TW", "zh-Hant-TW"), ("english", None), ("en_", None)],
)
def test_language_tags(said: str, language: str | None) -> None:
    assert read_metadata(parse_tree(f'<html lang="{said}"><h1>Ferry</h1>')).language == language
