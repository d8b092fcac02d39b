"""What is no content is left out, and what only bears its name is not."""

import pytest

from pressparse.page.read import read_html

STORY = "<h1>Ferry enters service</h1>" + "".join(
    f"<p>The ferry crossed the sound for the {n} time with a band on deck and the harbour full.</p>"
    for n in ("first", "second", "third", "fourth", "fifth")
)
STRAY = "Nobody came here to read this sentence, which belongs to the page and not to the story."


def text_of(html: str) -> str:
    return "\n\n".join(post.post.text for post in read_html(html).posts)


@pytest.mark.parametrize(
    "clutter",
    [
        f"<nav><p>{STRAY}</p></nav>",
        f"<aside><h3>Most read</h3><p>{STRAY}</p></aside>",
        f'<div class="cookie-consent"><p>{STRAY}</p></div>',
        f'<div id="onetrust-banner"><p>{STRAY}</p></div>',
        f'<section class="comments"><p>{STRAY}</p></section>',
        f'<div class="relatedPosts"><p>{STRAY}</p></div>',
        f'<div class="newsletter"><h4>Join us</h4><p>{STRAY}</p></div>',
        f'<div class="ad"><p>{STRAY}</p></div>',
        f'<div style="display: none"><p>{STRAY}</p></div>',
        f"<p hidden>{STRAY}</p>",
        f'<p aria-hidden="true">{STRAY}</p>',
        f'<span class="screen-reader-text">{STRAY}</span>',
        f'<div role="dialog"><p>{STRAY}</p></div>',
        f'<div class="author-bio"><p>{STRAY}</p></div>',
        f"<script>document.write('<p>{STRAY}')</script>",
        f"<template><p>{STRAY}</p></template>",
        f"<!-- <p>{STRAY}</p> -->",
        f'<ul><li><a href="/1">{STRAY}</a><li><a href="/2">Two of it</a><li><a href="/3">Three</a></ul>',
        "".join(
            f'<div class="card"><h3><a href="/n{n}">Another story {n}</a></h3><p>{STRAY}</p></div>'
            for n in "12"
        ),
    ],
)
def test_clutter_is_left_out(clutter: str) -> None:
    found = text_of(f"<body><main><article>{STORY}{clutter}</article></main>")
    assert STRAY not in found
    assert "fifth" in found


def test_the_page_s_own_head_and_foot_are_left_out() -> None:
    frame = f"<header><p>{STRAY}</p></header><main>{STORY}</main><footer><p>{STRAY}</p></footer>"
    assert STRAY not in text_of(frame)


@pytest.mark.parametrize(
    "wrapper",
    [
        '<body class="has-sidebar comments-open">{}',
        '<body><div class="modal-ready newsletter-page">{}</div>',
        '<body><aside class="main">{}</aside>',
        '<body><form action="/page.aspx"><div>{}</div></form>',
        '<body><div style="display:none" id="app">{}</div>',
        '<body><div id="footer-less">{}</div>',
    ],
)
def test_a_name_that_holds_the_story_is_not_believed(wrapper: str) -> None:
    assert "fifth" in text_of(wrapper.format(STORY))


def test_a_paywall_mark_on_every_paragraph_is_not_believed() -> None:
    assert "fifth" in text_of(STORY.replace("<p>", '<p class="paywall subscriber-only">'))


def test_a_pull_quote_that_repeats_is_left_out_and_another_is_kept() -> None:
    repeat = "<blockquote>“with a band on deck and the harbour full”</blockquote>"
    other = "<blockquote class='pullquote'>“A bell that nobody can hear is ballast.”</blockquote>"
    found = text_of(f"<article>{STORY}{repeat}{other}</article>")
    assert found.count("harbour full") == 5
    assert "ballast" in found


def test_a_forum_s_replies_are_its_content() -> None:
    replies = "".join(f'<div class="comment"><p>{STRAY} ({n})</p></div>' for n in range(9))
    assert "(7)" in text_of(f"<h1>What is it?</h1><div class='comments'>{replies}</div>")
