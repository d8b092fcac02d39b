"""A page is read to its end whatever it holds, and every offset is true."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressparse.page.decode import decode
from pressparse.page.raw import PagePost, PageReading
from pressparse.page.read import read_html, read_text

STORY = (
    "<h1>Ferry enters service</h1>"
    + "<p>The ferry crossed the sound on Monday, with a band on deck and the harbour full.</p>" * 3
)


def check_offsets(found: PagePost) -> None:
    post = found.post
    covered = 0
    for block in post.blocks:
        assert block.start == covered
        assert block.start < block.end
        covered = block.end + 2
    assert "\n\n".join(post.text[b.start : b.end] for b in post.blocks) == post.text
    for start, end in [(k.start, k.end) for k in found.links] + list(found.emphasis):
        assert 0 <= start <= end <= len(post.text)
    assert all(index is None or 0 <= index < len(post.blocks) for _, index in found.images)
    if post.dateline:
        span = post.dateline.span
        assert post.text[span.start : span.end] == span.text


def check(reading: PageReading) -> None:
    assert reading.posts or "no_text" in {w.code for w in reading.warnings}
    for post in reading.posts:
        check_offsets(post)


HOSTILE = {
    "empty": "",
    "blank": " \n\t ",
    "nul": "\0" * 1000 + STORY,
    "deep": "<div>" * 5000 + STORY + "</div>" * 5000,
    "deep inline": "<b><i>" * 5000 + "text" + STORY,
    "deep lists": "<ul><li>" * 3000 + STORY,
    "deep tables": "<table><tr><td>" * 2000 + STORY,
    "many paragraphs": "<p>Words stand here.</p>" * 30_000,
    "many headings": '<h2><a href="/a">A heading</a></h2>' * 20_000,
    "many links": '<a href="https://x.example/u">link</a> ' * 30_000,
    "many breaks": "line<br>" * 50_000,
    "one long word": f"<p>{'x' * 2_000_000}</p>",
    "one long line": f"<p>{'word ' * 300_000}</p>",
    "attributes": "<p " + " ".join(f"a{i}={i}" for i in range(100_000)) + ">" + STORY,
    "one long class": f'<div class="{"post entry share " * 20_000}">{STORY}</div>',
    "unclosed": "<p>a<b>b<i>c<a href=x>d<table><tr><td>e<ul><li>f<blockquote>g",
    "stray ends": "</div></p></b></table>" * 5000 + STORY,
    "less-than": "<" * 100_000 + STORY,
    "quotes": '<a href="' * 20_000 + STORY,
    "references": "&amp;" * 100_000 + STORY,
    "surrogates": "\ud800\udfff" + STORY,
    "right to left": "\u202e" + STORY + "\u202c",
    "combining": "<p>" + "e" + "\u0301" * 20_000 + STORY,
    "text only": "No markup at all, only words that stand here. " * 20,
    "scripts only": "<script>var x = 1;</script>" * 1000,
    "hidden only": '<p style="display:none">hidden words stand here</p>' * 100,
    "navigation only": "<nav><a href=/>Home</a><a href=/b>About</a></nav>",
    "json-ld bomb": '<script type="application/ld+json">' + "[" * 200_000 + "</script>" + STORY,
    "json-ld wrong": '<script type="application/ld+json">{"@type": 3, "author": {"name": {"x": []}}}</script>'
    + STORY,
    "bad urls": '<base href="http://[x"><a href="http://[::1">a</a><a href="//">b</a>' + STORY,
    "bad dates": '<time datetime="9999-99-99">x</time><meta name="date" content="0000-00-00">' + STORY,
    "many articles": "<article><h2><a href=/x>T</a></h2><p>Some words.</p></article>" * 5000,
    "nested articles": "<article><h2>Title</h2><p>Some words stand here.</p>" * 500,
    "big table": "<table>" + "<tr><td>a<td>b<td>c" * 20_000 + "</table>",
    "comments": "<!-- by Jane Roe -->" * 20_000 + STORY,
    "xml": '<?xml version="1.0" encoding="utf-16"?><html>' + STORY,
    "frames": "<frameset><frame src=a></frameset>",
    "form": f"<form>{STORY}<input><select><option>x</select></form>",
    "styles": "<style>p{}</style>" * 5000 + STORY,
    "svg": "<svg><title>t</title><text>x</text></svg>" * 3000 + STORY,
}


@pytest.mark.parametrize("html", HOSTILE.values(), ids=HOSTILE)
def test_hostile_pages_are_read_in_bounded_time(html: str) -> None:
    started = time.process_time()
    reading = read_html(html)
    assert time.process_time() - started < 5
    check(reading)
    if STORY in html:
        assert any("harbour full" in post.post.text for post in reading.posts)


def test_a_page_of_fifty_megabytes_is_cut_with_a_warning() -> None:
    started = time.process_time()
    decoded = decode(b"<p>The ferry crossed the sound on Monday.</p>" * 1_200_000)
    reading = read_html(decoded.text)
    assert time.process_time() - started < 5
    assert "page_too_large" in {w.code for w in (*decoded.warnings, *reading.warnings)}
    assert reading.posts


@pytest.mark.parametrize(
    "html", ["", "<nav><a href=/>Home</a></nav>", "<script>x</script>", "<img src=a.jpg>"]
)
def test_a_page_without_text_says_so(html: str) -> None:
    reading = read_html(html)
    assert (reading.posts, [w.code for w in reading.warnings]) == ((), ["no_text"])


TAGS = [
    "p", "div", "h1", "h2", "article", "section", "ul", "li", "a", "b", "table", "tr", "td",
    "blockquote", "figure", "figcaption", "img", "br", "header", "footer", "time", "main", "nav",
    "span",
]  # fmt: skip
CLASSES = ["post", "hentry", "entry-title", "byline", "share", "caption", "date", "related", "author", "meta"]
WORDS = [
    "By Jane Roe", "May 5, 2014", "The ferry crossed the sound on Monday.", "Read more", "[…]",
    "Share this:", "Source: Acme", "PARIS, May 5 — It", "Photo: Jo", "Tags: a, b", "About Acme", "###",
    "e\u0301", "\u00ad", "&amp;rsquo;",
]  # fmt: skip


@st.composite
def pages(draw: st.DrawFn) -> str:
    pieces = []
    for _ in range(draw(st.integers(0, 30))):
        tag = draw(st.sampled_from(TAGS))
        name = draw(st.sampled_from(["", *CLASSES]))
        close = draw(st.sampled_from(["", f"</{tag}>"]))
        pieces.append(
            f'<{tag} class="{name}" href="/x" datetime="2014-05-05">{draw(st.sampled_from(WORDS))}{close}'
        )
    return "".join(pieces)


@settings(deadline=None, max_examples=200)
@given(pages())
def test_every_offset_is_true(html: str) -> None:
    check(read_html(html))


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    check(read_html(text))
    check(read_text(text))


@settings(deadline=None, max_examples=100)
@given(st.binary(max_size=300))
def test_any_bytes_are_read(data: bytes) -> None:
    check(read_html(decode(data).text))


def test_reading_twice_gives_the_same() -> None:
    assert read_html(STORY) == read_html(STORY)
