"""Any text parses into a bounded tree; nothing of it vanishes in silence."""

import time

import pytest

from pressparse.page.html import tree as tree_module
from pressparse.page.html.tree import MAX_DEPTH, parse_tree, words_of


def text_of(html: str) -> str:
    return parse_tree(html).nodes[0].text()


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>one<p>two", "one two"),
        ("<p>a\0b\x01c", "abc"),
        ("<script>var x = '<p>no</p>'</script><p>yes", "yes"),
        ("<p>tom &amp; jerry &#8211; caf&eacute;", "tom & jerry – café"),
        ("<p>\ud800lone", "lone"),
        ("", ""),
        ("<?xml version='1.0' encoding='latin-1'?><html><body>é", "é"),
        ("no markup at all", "no markup at all"),
        ("<p>it\u00e2\u0080\u0099s, caf\u00c3\u00a9", "it’s, café"),
        ("<p>Ã© alone is left", "Ã© alone is left"),
    ],
)
def test_visible_text_survives(html: str, text: str) -> None:
    assert text_of(html) == text


def test_deep_nesting_keeps_the_text_and_bounds_the_depth() -> None:
    tree = parse_tree("<body>" + "<div>" * 5000 + "inmost" + "</div>" * 5000 + "<p>after")
    assert tree.nodes[0].text() == "inmost after"
    assert max(len(node.path) for node in tree.nodes) <= MAX_DEPTH


@pytest.mark.parametrize(
    "html",
    [
        "<p " + " ".join(f"a{i}=1" for i in range(100_000)) + ">kept",
        "<p " + "a " * 200_000 + ">kept",
        "<b>" * 100_000 + "kept",
        "<table>" * 5000 + "kept",
        "<p>kept" + "<" * 500_000,
        "<p>kept" + "&#x" * 300_000,
        "<p>kept<!--" + "-" * 500_000,
    ],
    ids=["attributes", "bare attributes", "depth", "tables", "less-than", "references", "comment"],
)
def test_hostile_markup_takes_bounded_time(html: str) -> None:
    started = time.process_time()
    assert "kept" in text_of(html)
    assert time.process_time() - started < 5


def test_long_attributes_that_are_no_flood_are_kept() -> None:
    tree = parse_tree(f'<img alt="a picture" src="data:{"x" * 50_000}"><p>text')
    assert next(n for n in tree.nodes if n.tag == "img").get("alt") == "a picture"


def test_a_comparison_in_a_script_is_no_tag() -> None:
    script = "<script>if (a <b ) { " + "x = 1; " * 9000 + "}</script>"
    assert text_of(f"<p>before{script}<p>after<script>y</script><p>end") == "before after end"


def test_limits_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree_module, "MAX_CHARACTERS", 200)
    monkeypatch.setattr(tree_module, "MAX_ELEMENTS", 10)
    tree = parse_tree("<p>word" * 100)
    assert {w.code for w in tree.warnings} == {"page_too_large", "too_many_elements"}
    assert tree.nodes[0].text().count("word") == 28  # of 200 characters, in 10 elements


def test_beautiful_soup_reads_what_lxml_gives_up_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree_module, "_feed_lxml", lambda builder, html: False)
    tree = parse_tree("<div><p>one</p>two <!-- by Jane Roe --><b>three</b></div>")
    assert [n.tag for n in tree.nodes] == ["#root", "div", "p", "#comment", "b"]
    assert (tree.nodes[0].text(), [w.code for w in tree.warnings]) == ("one two three", ["page_too_deep"])


def test_names_are_whole_and_in_parts() -> None:
    assert words_of("wp-block articleBody") == ("wp-block", "wp", "block", "articlebody", "article", "body")
