"""Posts of a listing: each with its own title, link, date and author, however the page is built."""

import pytest

from pressparse.page.raw import PageReading
from pressparse.page.read import read_html

WORDS = "The committee met on Monday in the old boat house and agreed on the budget for the summer. "
STORIES = [
    ("Boats on the river", "2014-05-18", "Jane Roe"),
    ("The bridge is open", "2014-05-04", "Ola Nilsen"),
    ("A third report", "2014-04-19", "Jane Roe"),
]


def listing(template: str, frame: str = "<main>{}</main>", head: str = "") -> PageReading:
    posts = [
        template.format(title=title, slug=title.lower().replace(" ", "-"), date=date, y=date[:4], m=date[5:7],
                        author=author, body=f"<p>{WORDS * 2}</p>", text=WORDS * 2)
        for title, date, author in STORIES
    ]  # fmt: skip
    return read_html(f"<html><head>{head}</head><body>{frame.format(''.join(posts))}</body></html>")


CLASSIC = """<div class="post-1 post hentry"><h2 class="entry-title">
<a href="https://b.example/{y}/{m}/{slug}/" rel="bookmark">{title}</a></h2>
<div class="entry-meta">by <a rel="author" href="/author/x">{author}</a> on <abbr class="published"
title="{date}T10:00:00">then</abbr></div>
<div class="entry">{body}</div></div>"""
BLOCK_THEME = """<li class="wp-block-post post-{m} post type-post category-{slug}">
<h2 class="wp-block-post-title"><a href="/{y}/{m}/{slug}/">{title}</a></h2>
<div class="wp-block-post-date"><time datetime="{date}T09:00:00+00:00">a day</time></div>
<div class="wp-block-post-author-name">{author}</div>
<div class="wp-block-post-content">{body}</div></li>"""
BLOGGER = """<div class="date-outer"><h2 class="date-header">A day</h2><div class="date-posts">
<div class="post-outer"><div class="post hentry"
itemtype="http://schema.org/BlogPosting"><h3 class="post-title entry-title">
<a href="http://b.example/{y}/{m}/{slug}.html">{title}</a></h3>
<div class="post-body entry-content">{text}<br><br>{text}</div><div class="post-footer">
<span class="post-author vcard">Posted by
<span class="fn">{author}</span>
</span> at <abbr class="published" title="{date}T19:12:00+01:00">19:12</abbr></div></div></div></div>
</div>"""
GHOST = """<article class="post-card post"><a class="link" href="/{slug}/">
<h2 class="post-card-title">{title}</h2></a>
<section class="post-card-excerpt">{body}</section><footer><span class="author-name">{author}</span>
<time datetime="{date}">d</time></footer></article>"""
DRUPAL = """<div class="views-row"><h3><a href="/news/{slug}">{title}</a></h3><span>
<time datetime="{date}">d</time></span>
<p class="byline">By {author}</p>{body}</div>"""
TABLE = (
    """<tr><td><h3><a href="{slug}.htm">{title}</a></h3><i>Posted on {date} by {author}</i>{body}</td></tr>"""
)
FLAT = """<h2><a href="/{slug}">{title}</a></h2>
<p class="meta">Posted on {date} by {author}</p>{body}<hr>"""
COMMENTED = """<div class="entry"><h2><a href="/{slug}">{title}</a></h2><!-- by {author} -->
<time datetime="{date}">d</time>{body}</div>"""


@pytest.mark.parametrize(
    ("template", "frame"),
    [
        (CLASSIC, '<div id="content">{}</div>'),
        (BLOCK_THEME, '<main><ul class="wp-block-post-template">{}</ul></main>'),
        (BLOGGER, '<div class="blog-posts hfeed">{}</div>'),
        (GHOST, '<div class="post-feed">{}</div>'),
        (DRUPAL, '<div class="view-content">{}</div>'),
        (TABLE, "<table>{}</table>"),
        (FLAT, "<div>{}</div>"),
        (COMMENTED, "<div>{}</div>"),
    ],
    ids=["wordpress", "block theme", "blogger", "ghost", "drupal", "table", "flat", "comment"],
)
def test_every_post_has_its_own_fields(template: str, frame: str) -> None:
    reading = listing(template, frame)
    assert reading.page.kind == "archive"
    found = [(p.post.title, (p.post.published or "")[:10], *p.post.authors) for p in reading.posts]
    assert found == STORIES
    assert all(WORDS.strip() in p.post.text for p in reading.posts)
    assert all("A third" not in p.post.text for p in reading.posts[:2])


def test_links_and_dates_may_come_from_the_address() -> None:
    heading = '<h2><a href="https://b.example/{y}/{m}/07/{slug}/">{title}</a></h2>'
    template = f'<article class="post">{heading}{{body}}</article>'
    posts = [p.post for p in listing(template).posts]
    assert (posts[0].url, posts[0].published) == (
        "https://b.example/2014/05/07/boats-on-the-river/",
        "2014-05-07",
    )


@pytest.mark.parametrize(
    ("heading", "taxonomy", "term"),
    [
        ("<h2 class=archivetitle>Archives for posts with tag: <span>Harbour</span></h2>", "tag", "Harbour"),
        ("<h1>Category: Awards &amp; Honours</h1>", "category", "Awards & Honours"),
        ("<h1>Author Archives: jroe</h1>", "author", "jroe"),
        ("<h1>Search Results for: ice</h1>", "search", "ice"),
    ],
)
def test_a_listing_says_what_it_lists(heading: str, taxonomy: str, term: str) -> None:
    archive = listing(CLASSIC, heading + "<div>{}</div>").page.archive
    assert archive is not None
    assert (archive.taxonomy, archive.term) == (taxonomy, term)


def test_a_post_that_stops_at_a_mark_is_truncated() -> None:
    mark = '<a class="more-link" href="/{slug}#more">–MORE–</a>'
    more = f'<div class="post hentry"><h2><a href="/{{slug}}">{{title}}</a></h2><p>{{text}} {mark}</p></div>'
    for post in (p.post for p in listing(more).posts):
        assert post.truncated
        assert [post.text[b.start : b.end] for b in post.blocks if b.role == "more"] == ["–MORE–"]
    assert not any(p.post.truncated for p in listing(CLASSIC).posts)


def test_tags_and_categories_are_told_apart() -> None:
    labels = 'Posted in <a rel="category tag" href="/c">News</a> | Tagged <a rel="tag" href="/t">UN</a>'
    tagged = f'<div class="hentry"><h2><a href="/{{slug}}">{{title}}</a></h2>{{body}}<p>{labels}</p></div>'
    assert {(p.post.tags, p.post.categories) for p in listing(tagged).posts} == {(("UN",), ("News",))}


def test_two_whole_articles_are_two_posts() -> None:
    article = "<article><h1>{title}</h1><p class=byline>By {author}</p>{body}{body}{body}</article>"
    reading = listing(article, head='<meta property="og:type" content="article">')
    assert [p.post.title for p in reading.posts] == [title for title, _, _ in STORIES]


def test_sub_headings_are_no_posts() -> None:
    reading = read_html(
        f"<article><h1>Long report</h1><p>{WORDS * 3}</p>"
        f"<h2>Part one</h2><p>{WORDS * 3}</p><h2>Part two</h2><p>{WORDS * 3}</p>"
    )
    assert [p.post.title for p in reading.posts] == ["Long report"]


def test_teasers_beside_an_article_are_no_posts() -> None:
    teasers = "".join(
        f'<article class="teaser"><h4><a href="/{n}">Teaser {n}</a></h4><p>{WORDS}</p></article>'
        for n in range(3)
    )
    reading = read_html(
        f"<main><article><h1>Long report</h1><p>{WORDS * 9}</p></article><aside>{teasers}</aside></main>"
    )
    assert [p.post.title for p in reading.posts] == ["Long report"]
    assert reading.page.kind == "article"


def test_parts_of_a_story_are_no_posts() -> None:
    parts = "".join(
        f'<div class="entry"><h2>Part {i} of the crossing</h2><p>{"The ferry crossed the sound on Monday. " * 8}</p></div>'
        for i in range(2)
    )
    title = "How the ferry came to cross the sound"
    reading = read_html(f"<title>{title}</title><h1>{title}</h1>{parts}")
    assert [post.post.title for post in reading.posts] == [title]


def test_sections_of_a_front_page_are_all_read() -> None:
    def card(i: int, name: str) -> str:
        words = "The ferry crossed the sound on Monday, and all were glad of it. " * 2
        return f'<article class="{name}"><h2><a href="/{name}/{i}">{name} story number {i}</a></h2><p>{words}</p></article>'

    first = "".join(card(i, "lead") for i in range(4))
    second = "".join(f"<div>{card(i, 'late')}</div>" for i in range(3))
    reading = read_html(f'<body class="home blog"><section>{first}</section><section>{second}</section>')
    assert len(reading.posts) == 7


def test_an_excerpt_is_the_body_of_a_listed_post() -> None:
    card = '<article><h2><a href="/{0}">Story number {0}</a></h2><p class="dek">What story {0} tells in one line.</p></article>'
    reading = read_html('<body class="archive">' + "".join(map(card.format, range(3))))
    assert [[block.role for block in post.post.blocks] for post in reading.posts] == [
        ["title", "paragraph"]
    ] * 3
