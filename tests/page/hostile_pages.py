"""Pages that break readers, made by a script: too deep, too long, half decoded, lying about themselves.

python tests/page/hostile_pages.py FOLDER      # writes each as NAME.html, to try another reader with
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

KEPT = "harbour full"  # stands in every STORY, and must not vanish without a warning
STORY = (
    "<h1>Ferry enters service</h1>"
    + "<p>The ferry crossed the sound on Monday, with a band on deck and the harbour full.</p>" * 3
)
CARD = '<article><h2><a href="/x{0}">Ferry number {0} sails</a></h2><p>Some words of story {0}.</p></article>'
LINKED = '<script type="application/ld+json">{}</script>'

MARKUP: dict[str, Callable[[], str]] = {
    "empty": lambda: "",
    "blank": lambda: " \n\t ",
    "nul": lambda: "\0" * 1000 + STORY,
    "deep": lambda: "<div>" * 5000 + STORY + "</div>" * 5000,
    "deep beyond lxml": lambda: "<div>" * 60_000 + STORY,
    "deep inline": lambda: "<b><i>" * 5000 + "text" + STORY,
    "deep lists": lambda: "<ul><li>" * 3000 + STORY,
    "deep tables": lambda: "<table><tr><td>" * 2000 + STORY,
    "deep quotes": lambda: "<blockquote>" * 3000 + STORY,
    "deep fonts": lambda: "<font size=5>" * 3000 + STORY,
    "deep links": lambda: "<a href=/x><span>" * 3000 + STORY,
    "deep forms": lambda: "<form><fieldset>" * 3000 + STORY,
    "many paragraphs": lambda: STORY + "<p>Words stand here.</p>" * 30_000,
    "many headings": lambda: '<h2><a href="/a">A heading</a></h2>' * 20_000,
    "many distinct headings": lambda: "".join(f'<h2><a href="/{i}">Head {i}</a></h2>' for i in range(8000)),
    "many shapes": lambda: "".join(
        f'<div class="c{i}">' + CARD.format(i) * 2 + "</div>" for i in range(1500)
    ),
    "many links": lambda: STORY + '<a href="https://x.example/u">link</a> ' * 30_000,
    "many links in one line": lambda: STORY + "<p>" + '<a href="/a">word</a>, ' * 20_000 + "end.</p>",
    "many breaks": lambda: STORY + "line<br>" * 50_000,
    "many empty elements": lambda: "<i></i>" * 100_000 + STORY,
    "many classes": lambda: "".join(f'<p class="c{i} d{i}">Words {i}.</p>' for i in range(20_000)),
    "many pictures": lambda: STORY + "<figure><img src=a.jpg><figcaption>By Jo</figcaption></figure>" * 5000,
    "many bold": lambda: "<p>" + "<b>a</b> " * 50_000 + STORY,
    "many times": lambda: '<time datetime="2014-05-05">May 5</time>' * 20_000 + STORY,
    "many metas": lambda: '<meta name="author" content="Jane Roe">' * 30_000 + STORY,
    "many titles": lambda: "<title>Ferry</title>" * 20_000 + STORY,
    "many bodies": lambda: "<body class=home>" * 5000 + STORY,
    "one long word": lambda: f"<p>{'x' * 2_000_000}</p>" + STORY,
    "one long line": lambda: f"<p>{'word ' * 300_000}</p>" + STORY,
    "one text of eleven megabytes": lambda: f"{STORY}<p>{'word ' * 2_200_000}</p>",
    "attributes": lambda: "<p " + " ".join(f"a{i}={i}" for i in range(100_000)) + ">" + STORY,
    "attributes without values": lambda: "<p " + "a " * 200_000 + ">" + STORY,
    "attributes in end tags": lambda: STORY + "</p " + "a=1 " * 100_000 + ">" + STORY,
    "one long class": lambda: f'<div class="{"post entry share " * 20_000}">{STORY}</div>',
    "one long style": lambda: f'<div style="{"color: red; " * 50_000}">{STORY}</div>',
    "one long address": lambda: f'<a href="/{"a/" * 200_000}">x</a>{STORY}',
    "unclosed": lambda: "<p>a<b>b<i>c<a href=x>d<table><tr><td>e<ul><li>f<blockquote>g" + STORY,
    "unclosed comment": lambda: STORY + "<!-- " + "x" * 500_000,
    "unclosed attribute": lambda: STORY + '<a href="' + "x" * 500_000,
    "unclosed script": lambda: STORY + "<script>" + "x" * 500_000,
    "stray ends": lambda: "</div></p></b></table>" * 5000 + STORY,
    "less-than": lambda: STORY + "<" * 100_000,
    "greater-than": lambda: STORY + ">" * 100_000,
    "quotes": lambda: STORY + '<a href="' * 20_000,
    "references": lambda: "&amp;" * 100_000 + STORY,
    "bad references": lambda: "&#x110000;&#0;&#xD800;&bogus;&#99999999999;" * 5000 + STORY,
    "twice escaped": lambda: "<p>" + "it&amp;rsquo;s " * 20_000 + "</p>" + STORY,
    "surrogates": lambda: "\ud800\udfff" + STORY,
    "right to left": lambda: "\u202e" + STORY + "\u202c",
    "combining": lambda: "<p>" + "e" + "\u0301" * 20_000 + STORY,
    "soft hyphens": lambda: "<p>" + "\u00ad" * 200_000 + "</p>" + STORY,
    "twice decoded": lambda: "<p>" + "it\u00e2\u0080\u0099s " * 20_000 + "</p>" + STORY,
    "text only": lambda: "No markup at all, only words that stand here, and a harbour full. " * 20,
    "scripts only": lambda: "<script>var x = 1;</script>" * 1000,
    "hidden only": lambda: '<p style="display:none">hidden words stand here</p>' * 100,
    "navigation only": lambda: "<nav><a href=/>Home</a><a href=/b>About</a></nav>",
    "all is called clutter": lambda: f'<div class="sidebar nav comments share related">{STORY}</div>',
    "all is called hidden": lambda: f"<div hidden>{STORY}</div>" * 2 + STORY,
    "json-ld nested": lambda: LINKED.format("[" * 200_000) + STORY,
    "json-ld long": lambda: LINKED.format('{"@type":"Article","x":"' + "y" * 3_000_000 + '"}') + STORY,
    "json-ld of odd types": lambda: LINKED.format('{"@type": 3, "author": {"name": {"x": []}}}') + STORY,
    "json-ld in a circle": lambda: (
        LINKED.format('{"@id":"a","@type":"Article","author":{"@id":"a"}}') + STORY
    ),
    "json-ld of many things": lambda: (
        LINKED.format('[{"@type":"Article"},' * 9000 + "1" + "]" * 9000) + STORY
    ),
    "bad addresses": lambda: '<base href="http://[x"><a href="http://[::1">a</a><a href="//">b</a>' + STORY,
    "bad own address": lambda: (
        '<link rel=canonical href="http://[x"><meta property=og:url content="http://[">' + STORY
    ),
    "bad dates": lambda: (
        '<time datetime="9999-99-99">x</time><meta name="date" content="0000-00-00">' + STORY
    ),
    "many articles": lambda: "<article><h2><a href=/x>T</a></h2><p>Some words.</p></article>" * 5000,
    "many distinct articles": lambda: "".join(map(CARD.format, range(4000))),
    "nested articles": lambda: "<article><h2>Title</h2><p>Some words stand here.</p>" * 500,
    "big table": lambda: STORY + "<table>" + "<tr><td>a<td>b<td>c" * 20_000 + "</table>",
    "wide table": lambda: STORY + "<table><tr>" + "<td>cell" * 50_000 + "</table>",
    "comments": lambda: "<!-- by Jane Roe -->" * 20_000 + STORY,
    "xml": lambda: '<?xml version="1.0" encoding="utf-16"?><html>' + STORY,
    "doctype bomb": lambda: '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>' + STORY + "<p>&b;</p>",
    "frames": lambda: "<frameset><frame src=a></frameset>",
    "form": lambda: f"<form>{STORY}<input><select><option>x</select></form>",
    "styles": lambda: "<style>p{}</style>" * 5000 + STORY,
    "svg": lambda: "<svg><title>t</title><text>x</text></svg>" * 3000 + STORY,
    "svg unclosed": lambda: STORY + "<svg><g>" * 3000,
    "noscript": lambda: f"<noscript>{STORY}</noscript>",
    "preformatted": lambda: "<pre>" + " \n" * 200_000 + "</pre>" + STORY,
}

BYTES: dict[str, Callable[[], bytes]] = {
    "lies of utf-8": lambda: b'<meta charset="utf-8"><p>caf\xe9 \x93quoted\x94</p>' + STORY.encode(),
    "lies of ascii": lambda: b'<meta charset="us-ascii">' + ("<p>caf\u00e9</p>" + STORY).encode(),
    "unknown charset": lambda: b'<meta charset="no-such-thing">' + STORY.encode(),
    "utf-16": lambda: STORY.encode("utf-16"),
    "utf-16 without a mark": lambda: ("<html>" + STORY).encode("utf-16-le"),
    "cut in a character": lambda: (STORY + "caf\u00e9").encode()[:-1],
    "all bytes": lambda: bytes(range(256)) * 1000 + STORY.encode(),
}


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in MARKUP.items():
        (folder / f"{name.replace(' ', '-')}.html").write_bytes(make().encode("utf-8", "surrogatepass"))
    for name, make_bytes in BYTES.items():
        (folder / f"{name.replace(' ', '-')}.html").write_bytes(make_bytes())


if __name__ == "__main__":
    main()
