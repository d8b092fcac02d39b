"""A page is read to its end whatever it holds, and every offset is true."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from page.hostile_pages import STORY
from pressparse.page.decode import decode
from pressparse.page.raw import PagePost, PageReading
from pressparse.page.read import read_html, read_text


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


def test_the_one_line_that_its_class_calls_a_title_is_it_where_no_heading_is() -> None:
    html = (
        "<title>Gull League | News</title><div class='logo'>Gull League</div>"
        "<div class='news_title'>Ferry crew wins the oars again</div><div class='news_date'>17.03.2018</div>"
        f"<div class='news_text'><p>{'The crew of the ferry won by two lengths on Sunday. ' * 9}</p></div>"
    )
    (found,) = read_html(html).posts
    assert found.post.title == "Ferry crew wins the oars again"
