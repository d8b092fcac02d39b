#!/usr/bin/env python3
"""One tool that reads pages, over one corpus, for `pages.py` to score: ours and its peers in the same loop.

    python benchmarks/page_readers.py trafilatura CORPUS.jsonl.gz OUT.jsonl 200

Writes a document of the output contract for each page and prints `{"ms", "growth_mb", "version"}`: CPU milliseconds a
page, what the process grew by from the tenth page to the end, the tool's version. Each tool is imported where it is
used, so that the peers may live in an environment apart.
"""

from __future__ import annotations

import gc
import gzip
import importlib.metadata
import json
import re
import sys
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any

Reader = Callable[[str, str], dict[str, Any]]  # (HTML, address) → a document
WARM_UP = 10


def pressparse() -> Reader:
    from pressparse.document import Document, Source
    from pressparse.page.read import read_html

    def read(html: str, _url: str) -> dict[str, Any]:
        reading = read_html(html)
        posts = tuple(page_post.post for page_post in reading.posts)
        document = Document(
            Source(None, None, "text/html", "utf-8", ""), reading.page, posts, reading.warnings
        )
        found: dict[str, Any] = json.loads(document.to_json())
        return found

    return read


def trafilatura(**options: bool) -> Reader:
    from trafilatura import bare_extraction

    def read(html: str, url: str) -> dict[str, Any]:
        found = bare_extraction(html, url=url, with_metadata=True, **options)
        if found is None:
            return _document("")
        return _document(found.text, found.title, found.author, found.date)

    return read


def readability() -> Reader:
    from lxml.html import fromstring
    from readability import Document

    def read(html: str, url: str) -> dict[str, Any]:
        page = Document(html, url=url)
        summary = fromstring(page.summary() or "<p/>")
        return _document("\n".join(summary.itertext()), page.short_title())

    return read


def newspaper() -> Reader:
    from newspaper import Article

    def read(html: str, url: str) -> dict[str, Any]:
        article = Article(url, language="en", fetch_images=False)
        article.download(input_html=html)
        article.parse()
        published = str(article.publish_date or "")[:10]
        return _document(article.text, article.title, ";".join(article.authors), published)

    return read


def resiliparse() -> Reader:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    def read(html: str, _url: str) -> dict[str, Any]:
        tree = HTMLTree.parse(html)
        text = extract_plain_text(tree, main_content=True, alt_texts=False)
        return _document(text, tree.title)

    return read


def justext() -> Reader:
    from justext import get_stoplist
    from justext import justext as paragraphs_of

    stop_words = get_stoplist("English")

    def read(html: str, _url: str) -> dict[str, Any]:
        paragraphs = paragraphs_of(html.encode("utf-8", "replace"), stop_words, encoding="utf-8")
        return _document("\n".join(p.text for p in paragraphs if not p.is_boilerplate))

    return read


READERS: dict[str, tuple[str, Callable[[], Reader]]] = {  # name: (what is installed, what makes the reader)
    "pressparse": ("pressparse", pressparse),
    "trafilatura": ("trafilatura", trafilatura),
    "trafilatura-precision": ("trafilatura", lambda: trafilatura(favor_precision=True)),
    "readability-lxml": ("readability-lxml", readability),
    "newspaper4k": ("newspaper4k", newspaper),
    "resiliparse": ("resiliparse", resiliparse),
    "jusText": ("jusText", justext),
}


def _document(
    text: str, title: str | None = None, authors: str | None = None, published: str | None = None
) -> dict[str, Any]:
    names = [name.strip() for name in re.split(r";", authors or "") if name.strip()]
    body = {"role": "paragraph", "start": 0, "end": len(text or "")}
    post = {"text": text or "", "blocks": [body], "title": title, "authors": names, "published": published}
    return {"posts": [post]}


def _resident_mb() -> float:
    """What the process holds now; read from Linux's /proc."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 1e6


def _read(read: Reader, page: dict[str, Any]) -> dict[str, Any]:
    """One page's document; a page that a tool cannot read is an empty one, as its user would have it."""
    try:
        document = read(page["html"], page["url"])
    except Exception as error:  # whatever a peer raises is its result
        print(f"{page['id']}: {type(error).__name__}", file=sys.stderr)
        document = _document("")
    return document | {"source": {"path": f"{page['id']}.html"}}


def main() -> None:
    name, corpus, out, most = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4])
    package, make = READERS[name]
    read = make()
    seconds, before, count = 0.0, 0.0, 0
    with gzip.open(corpus, "rt", encoding="utf-8") as lines, out.open("w", encoding="utf-8") as written:
        for page in map(json.loads, islice(lines, most)):
            start = time.process_time()
            document = _read(read, page)
            seconds += time.process_time() - start
            written.write(json.dumps(document) + "\n")
            count += 1
            if count == WARM_UP:
                before = _resident_mb()
    growth = _resident_mb() - before
    version = importlib.metadata.version(package)
    print(json.dumps({"ms": seconds * 1000 / max(count, 1), "growth_mb": growth, "version": version}))


if __name__ == "__main__":
    main()
