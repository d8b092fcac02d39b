"""Posts of a listing: each with its own title, link, date and author, however the page is built."""

import pytest

from pressparse.document import BODY_ROLES
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


def test_the_link_to_the_comments_is_no_tag() -> None:
    labels = 'Tagged <a rel="tag" href="/t/un">UN</a> | <span class="comments-link"><a href="/x#respond">Leave a reply</a></span>'
    tagged = f'<div class="hentry"><h2><a href="/{{slug}}">{{title}}</a></h2>{{body}}<p>{labels}</p></div>'
    assert {p.post.tags for p in listing(tagged).posts} == {("UN",)}


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


PRINTED = {"2014-05-18": "May 18, 2014", "2014-05-04": "May 4, 2014", "2014-04-19": "April 19, 2014"}
TUMBLR = """<article class="post text"><h2><a href="https://t.example/post/{m}/{slug}">{title}</a></h2>{body}
<footer><a href="https://t.example/post/{m}/{slug}">{printed}</a> <a href="#notes">12 notes</a></footer></article>"""
SEARCH = """<li><h3><a href="https://s.example/{slug}">{title}</a></h3><p>{text} ...</p>
<p>{author} - {printed} - 0 comments</p></li>"""
LINKED_CARD = """<a class="card" href="/stories/{slug}"><div class="card-date">{printed}</div>
<div class="card-heading">{title}</div><div class="card-text">{text}</div></a>"""
GHOST_CARD = """<article><a class="link" href="/{slug}/"><header><h2>{title}</h2></header><div>{text}</div></a>
<footer><time datetime="{date}">{printed}</time></footer></article>"""
TABLE_ROW = """<tr><td><b><a href="{slug}.htm">{title}</a></b><br><i>{printed}</i><br>{text}<br>
<a href="{slug}.htm">more...</a><hr></td></tr>"""
BOLD_LINE = """<p><b><a href="{slug}.html">{title}</a></b> ({printed})</p><p>{text}</p>"""
DEFINED = """<dt>{printed}: <a href="/pr/{slug}">{title}</a></dt><dd>{text}</dd>"""
HASHED = """<div class="css-7x"><a href="/{slug}"><h3 class="css-5v">{title}</h3></a><p class="css-4u">{text}</p>
<div class="css-3t">{printed}</div></div>"""
VIEWS = """<div class="views-row"><div class="views-field"><span>{printed}</span></div><div class="views-field-title">
<span><a href="/press/{slug}">{title}</a></span></div><div><p>{text}</p></div></div>"""


def shown(template: str, frame: str) -> PageReading:
    posts = [
        template.format(title=title, slug=title.lower().replace(" ", "-"), date=date, printed=PRINTED[date],
                        m=date[5:7], author=author, text=WORDS * 2, body=f"<p>{WORDS * 2}</p>")
        for title, date, author in STORIES
    ]  # fmt: skip
    return read_html(f"<html><head><title>Gull Times</title></head><body>{frame.format(''.join(posts))}")


@pytest.mark.parametrize(
    ("template", "frame"),
    [
        (TUMBLR, "<section>{}</section>"),
        (SEARCH, "<h1>Search results for: boats</h1><ol>{}</ol>"),
        (LINKED_CARD, "<main><div>{}</div></main>"),
        (GHOST_CARD, "<main><div>{}</div></main>"),
        (TABLE_ROW, '<center><font size="5">Gull Times</font></center><table>{}</table>'),
        (BOLD_LINE, "<h1>Gull Times: News</h1>{}"),
        (DEFINED, "<h1>Press releases</h1><dl>{}</dl>"),
        (HASHED, "<div><div>{}</div></div>"),
        (VIEWS, "<div>{}</div>"),
    ],
    ids=[
        "tumblr",
        "search",
        "linked cards",
        "ghost",
        "table",
        "bold lines",
        "definitions",
        "hashed",
        "views",
    ],
)
def test_posts_without_marks_have_title_link_date_and_body(template: str, frame: str) -> None:
    reading = shown(template, frame)
    assert reading.page.kind == "archive"
    assert [(p.post.title, p.post.published and p.post.published[:10]) for p in reading.posts] == [
        (title, date) for title, date, _ in STORIES
    ]
    for found in reading.posts:
        post = found.post
        body = [post.text[b.start : b.end] for b in post.blocks if b.role in BODY_ROLES]
        assert len(body) == 1
        assert body[0].startswith(WORDS.strip())
        assert (post.title or "?").lower().replace(" ", "-") in (post.url or "")


def test_a_list_of_titles_and_dates_is_a_listing() -> None:
    reading = shown('<li>{printed} <a href="/{slug}">{title}</a></li>', "<h1>Newsroom</h1><ul>{}</ul>")
    assert [(p.post.title, p.post.published) for p in reading.posts] == [(t, d) for t, d, _ in STORIES]


def test_a_list_of_titles_alone_is_a_page_of_links() -> None:
    reading = shown('<li><a href="/{slug}">{title}</a></li>', "<h1>Good places</h1><div>{}</div>")
    assert len(reading.posts) == 1


def test_a_lead_that_is_shown_like_no_other_is_a_post_of_a_front_page() -> None:
    lead = f'<section><div><h2><a href="/lead">The lead of the day</a></h2><p>{WORDS * 2}</p></div></section>'
    reading = shown(HASHED, lead + '<section class="latest">{}</section>')
    assert [p.post.title for p in reading.posts] == [
        "The lead of the day",
        *(title for title, _, _ in STORIES),
    ]


def test_a_post_that_is_shown_twice_is_one() -> None:
    teaser = '<div class="top"><h3><a href="/boats-on-the-river">Boats on the river</a></h3><p>A few words.</p></div>'
    other = teaser.replace("oats on the river", "ells of the town").replace("boats-on-the-river", "bells")
    reading = shown(HASHED, f"<div>{teaser}{other}</div><section>{{}}</section>")
    assert sorted(p.post.title or "" for p in reading.posts) == sorted(
        ["Bells of the town", *(title for title, _, _ in STORIES)]
    )


@pytest.mark.parametrize(
    "cards",
    [
        "".join(f'<a class="card" href="/{n}"><div>May {n + 1}, 2014</div><div>Another story {n}</div><div>{WORDS}</div></a>'
                for n in range(4)),
        "".join(f'<p><b><a href="/{n}">Another story {n}</a></b> (May {n + 1}, 2014)</p>' for n in range(4)),
        "".join(f'<div><h3><a href="/{n}">Another story {n}</a></h3><p>{WORDS}</p><p>May {n + 1}, 2014</p></div>'
                for n in range(4)),
    ],
    ids=["linked cards", "lines", "headed"],
)  # fmt: skip
def test_an_article_above_related_cards_stays_one_post(cards: str) -> None:
    reading = read_html(f"<div><h1>A year on the islands</h1><p>{WORDS * 9}</p></div><div>{cards}</div>")
    assert [p.post.title for p in reading.posts] == ["A year on the islands"]
    assert reading.page.kind == "article"


def test_linked_boxes_within_a_story_do_not_part_it() -> None:
    box = '<div><img src="/{0}.jpg" width="300"><h3><a href="/series{0}">Series {0} of ours</a></h3><a href="/{0}">A linked story</a></div>'
    story = "".join(box.format(n) + f"<p>{WORDS * 4}</p>" for n in range(3))
    reading = read_html(f"<article><h1>A year on the islands</h1><p>{WORDS * 4}</p>{story}</article>")
    assert len(reading.posts) == 1


def test_elements_whose_whole_class_is_article_are_posts_of_one_page() -> None:
    story = "<p>" + "The boats went out before the light and came back with the tide. " * 8 + "</p>"
    html = (
        "<table><tr><td>The Gull, newsletter of the quay</td></tr></table>"
        f"<div class='article' id='a1'><h2>The choir sings for the lifeboat</h2>{story}</div><hr>"
        f"<div class='article' id='a2'><h2>A new roof for the boathouse</h2>{story}</div>"
    )
    titles = [found.post.title for found in read_html(html).posts]
    assert titles == ["The choir sings for the lifeboat", "A new roof for the boathouse"]
