"""Blocks hold the page's words with true offsets."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressparse.page.html.blocks import blocks_of
from pressparse.page.html.tree import parse_tree
from pressparse.page.raw import RawBlock


def read(html: str, base: str | None = None) -> list[RawBlock]:
    return blocks_of(parse_tree(html), base=base)


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        ("<p>one  two\n three</p>", [("p", "one two three")]),
        ("<p>H<sub>2</sub>O and <b>Mc</b>Donald</p>", [("p", "H2O and McDonald")]),
        ("<div><span>Jane Roe</span><span>Published</span></div>", [("div", "Jane Roe Published")]),
        ("<p><span>T</span><span>here</span></p>", [("p", "There")]),
        ("<p>a<br>b<br><br>c</p>", [("p", "a\nb"), ("p", "c")]),
        ("<div>text<p>para</p>tail</div>", [("div", "text"), ("p", "para"), ("div", "tail")]),
        ("<ul><li>x<li><p>y</p></ul>", [("li", "x"), ("li", "y")]),
        ("<ul><li><h3>Title</h3><p>Words</p></ul>", [("h3", "Title"), ("p", "Words")]),
        (
            "<blockquote><p>said</p><footer>who</footer></blockquote>",
            [("blockquote", "said"), ("blockquote", "who")],
        ),
        ("<figure><img src=a.jpg><div>below</div></figure>", [("figcaption", "below")]),
        (
            "<figure><table><tr><td>a<td>b<tr><td>c<td>d</table></figure>",
            [("table", "a | b"), ("table", "c | d")],
        ),
        ("<table><tr><td><p>long</p><h2>layout</h2></table>", [("p", "long"), ("h2", "layout")]),
        ("<pre>  a\n    b</pre>", [("pre", "a\n    b")]),
        ("<p>soft\u00adhyphen zero\u200bwidth</p>", [("p", "softhyphen zerowidth")]),
        ("<p>cafe\u0301 &amp;rsquo; &amp;amp;</p>", [("p", "café ’ &")]),
        ("<font size=5>Old heading</font><br>text", [("h2", "Old heading"), ("body", "text")]),
        ("<td><img src=a.jpg><br><small>Photo: Jo</small></td>", [("figcaption", "Photo: Jo")]),
        ("<p>a<script>b</script><style>c</style><svg><title>d</title></svg>e</p>", [("p", "ae")]),
        ("<p>a<noscript><img src=x></noscript>b</p>", [("p", "ab")]),
    ],
)
def test_the_tree_is_flattened_as_it_is_read(html: str, blocks: list[tuple[str, str]]) -> None:
    assert [(b.element, b.text) for b in read(html) if b.text] == blocks


def test_links_and_bold_type_know_where_they_stand() -> None:
    block = read(
        '<p>See <a href="/x" rel="Tag" title="T">the  <b>big</b> map</a>, now</p>', "https://a.example/b/"
    )[0]
    link = block.links[0]
    assert block.text[link.start : link.end] == "the big map"
    assert (link.url, link.rel, link.title) == ("https://a.example/x", "tag", "T")
    assert [block.text[a:b] for a, b in block.emphasis] == ["big"]


def test_a_link_over_a_line_break_goes_on_in_the_next_block() -> None:
    blocks = read("<a href=u><p>one</p><p>two</p></a>")
    assert [[b.text[k.start : k.end] for k in b.links] for b in blocks if b.text] == [["one"], ["two"]]


def test_an_icon_link_is_named_by_its_label() -> None:
    block = read('<p><a href="https://x.com/acme" aria-label="X"><i></i></a></p>')[0]
    assert (block.text, block.links[0].url, block.links[0].title) == ("", "https://x.com/acme", "X")


def test_pictures_know_their_real_address_and_icons_are_none() -> None:
    block = read(
        "<p><img src=t.gif width=1><img data-src=/big.jpg src=data:x alt=Bridge>Words", "https://a.example"
    )[0]
    assert [(i.url, i.alt) for i in block.images] == [("https://a.example/big.jpg", "Bridge")]


def test_hints_are_the_nearest_first() -> None:
    block = read('<div class="outer"><section id="mid"><p class="byLine">x</p></section></div>')[0]
    assert block.hints == ("byline", "by", "line", "mid", "outer")


def test_the_date_behind_a_time_is_kept() -> None:
    assert read("<p><time datetime=2020-05-01>1 May</time></p>")[0].data == {"datetime": "2020-05-01"}
    assert read("<p><abbr class=published title=2020-05-01>1 May</abbr></p>")[0].data == {
        "datetime": "2020-05-01"
    }


PIECES = st.sampled_from([
    "<p>", "</p>", "<br>", "<a href='u'>", "</a>", "<b>", "</b>", "<li>", "<td>", "<table>", "<tr>",
    "</table>", "<img src=i>", "<h2>", "</h2>", "<pre>", "</pre>", "<blockquote>", "<figure>",
    "<div class='x'>", "</div>", " ", "\n", "word", "e\u0301", "&amp;nbsp;", "\u00ad", "\u0301",
    "<!-- x -->", "<time datetime=2020>", "<font size=5>",
])  # fmt: skip


@settings(deadline=None, max_examples=150)
@given(st.lists(PIECES | st.text(max_size=5), max_size=25).map("".join))
def test_every_offset_lies_in_its_block(html: str) -> None:
    for block in read(html):
        assert block.text == block.text.strip()
        assert "  " not in block.text or block.element == "pre"
        assert all(0 <= k.start <= k.end <= len(block.text) for k in block.links)
        assert all(0 <= a < b <= len(block.text) for a, b in block.emphasis)


@given(st.text(alphabet="aé\u0301 \u00ad\n", max_size=20))
def test_text_is_canonical(text: str) -> None:
    for block in read(f"<p>{text}"):
        assert unicodedata.is_normalized("NFC", block.text)
