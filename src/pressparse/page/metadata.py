"""What a page's head says of it: meta elements, links, JSON-LD, and the class names of its body."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from pressparse.page.html.json_ld import LinkedArticle, LinkedData, read_linked_data
from pressparse.page.html.tree import Tree
from pressparse.rules import Rules, load_rules

_SEPARATOR = re.compile(r"\s{1,20}[|»«·•›:—–-]{1,20}\s+|\s{0,20}[|»›]\s*|\s{0,20}::\s*")
_WORDS = re.compile(r"\w+")
_VARYING = re.compile(r"^https?://(?:www\.)?|[?#].*")
_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?:[-_][^\W_]+)*")
_NEARLY_LONGEST = 0.8  # of two parts of a title that are about as long the first is the page's own


@dataclass(frozen=True, slots=True)
class Metadata:
    """A page's metadata, as found; what of it is trusted is decided with the visible text in hand.

    Attributes:
        meta: values of the meta elements by lower-case name or property, in order.
        titles: titles that the page gives itself, best first, without the site's name as far as it is known.
        stated_titles: those of its meta elements and JSON-LD alone, which name the article and not the site.
        meta_titles: those of its meta elements and its document.
    """

    meta: dict[str, list[str]]
    linked: LinkedData
    document_title: str | None
    titles: tuple[str, ...]
    stated_titles: tuple[str, ...]
    meta_titles: tuple[str, ...]
    url: str | None
    base: str | None
    language: str | None
    site_names: tuple[str, ...]
    body_words: frozenset[str]

    def first(self, *names: str) -> str | None:
        """The first value of the first of the names that has one."""
        return next((values[0] for name in names if (values := self.meta.get(name))), None)

    def every(self, *names: str) -> list[str]:
        """All values of all the names."""
        return [value for name in names for value in self.meta.get(name, ())]

    def stated(self, kind: str) -> list[str]:
        """All values of the meta elements that hold a `kind` of thing: "author", "published"."""
        return self.every(*load_metadata_rules().table("meta")[kind])

    def article(self, title: str | None) -> LinkedArticle | None:
        """The article in JSON-LD that is the page's: by its headline or address, or as the only one."""
        articles = self.linked.articles
        for wanted in filter(None, (title, *self.meta_titles)):
            for article in articles:
                if article.headline and alike(article.headline, wanted):
                    return article
        for article in articles:
            if self.url and article.url and _path(article.url) == _path(self.url):
                return article
        bare = [article for article in articles if article.headline is None or title is None]
        return bare[0] if len(articles) == 1 and bare else None


def read_metadata(tree: Tree, *, url: str | None = None) -> Metadata:
    """Read the metadata of a page; `url` is where it was got from, if known."""
    meta = _meta_of(tree)
    linked = read_linked_data(tree)
    links = {node.get("rel").lower(): node.get("href").strip() for node in tree.nodes if node.tag == "link"}
    bases = [node.get("href") for node in tree.nodes if node.tag == "base" and node.get("href")]
    own = _address(url, links.get("canonical"), *meta.get("og:url", ()))
    document_title = _document_title(tree)
    names = [*meta.get("og:site_name", ()), *meta.get("application-name", ()), *linked.site_names]
    sites = tuple(dict.fromkeys(filter(None, names)))
    stated = [
        value for name in load_metadata_rules().table("meta")["title"] for value in meta.get(name, ())[:1]
    ]
    headlines = [article.headline for article in linked.articles[:1] if article.headline]
    documents = [document_title] if document_title else []
    return Metadata(
        meta=meta,
        linked=linked,
        document_title=document_title,
        titles=_bare_titles([*stated, *headlines, *documents], sites),
        stated_titles=_bare_titles([*stated, *headlines], sites),
        meta_titles=_bare_titles([*stated, *documents], sites),
        url=own,
        base=_address(*bases) or own,
        language=_language(tree, meta),
        site_names=sites,
        body_words=frozenset(
            name for node in tree.nodes if node.tag == "body" for name in node.get("class").lower().split()
        ),
    )


def alike(one: str, other: str) -> bool:
    """Whether two titles say the same, or one is the other with something added.

    Examples:
        >>> alike("Ferry enters service", "Ferry enters service – Newsroom")
        True
        >>> alike("News", "News of the harbour and of the sea")
        False
    """
    a, b = _folded(one), _folded(other)
    short, long = sorted((a, b), key=len)
    return a == b != "" or (len(short) > 12 and short in long and len(short) * 2 > len(long))


@lru_cache(maxsize=1024)  # every line of a page is compared with each of its few titles
def _folded(title: str) -> str:
    return " ".join(_WORDS.findall(title.casefold()))


def _meta_of(tree: Tree) -> dict[str, list[str]]:
    meta: dict[str, list[str]] = {}
    for node in tree.nodes:
        if node.tag != "meta":
            continue
        value = " ".join(node.get("content").split())
        for name in (node.get("property") or node.get("name") or node.get("itemprop")).lower().split():
            if value and len(meta.setdefault(name, [])) < 50:
                meta[name].append(value)
    return meta


def _document_title(tree: Tree) -> str | None:
    for node in tree.nodes:
        if node.tag == "title" and not any(above.tag == "svg" for above in tree.upwards(node)):
            return node.text() or None
    return None


def _address(*candidates: str | None) -> str | None:
    return next((c for c in candidates if c and c.startswith(("http://", "https://"))), None)


def _path(url: str) -> str:
    """An address without what varies from one mention of a page to the next."""
    return _VARYING.sub("", url).rstrip("/")


def _language(tree: Tree, meta: dict[str, list[str]]) -> str | None:
    said = [node.get("lang") or node.get("xml:lang") for node in tree.nodes[:3] if node.tag == "html"]
    said += [*meta.get("content-language", ()), *meta.get("og:locale", ())]
    return next((s.replace("_", "-").strip() for s in said if _LANGUAGE.fullmatch(s.strip())), None)


def _bare_titles(titles: Iterable[str], sites: Iterable[str]) -> tuple[str, ...]:
    sites = tuple(sites)
    return tuple(dict.fromkeys(filter(None, (without_site(html.unescape(title), sites) for title in titles))))


def without_site(title: str, sites: Iterable[str]) -> str:
    """A document's title without the name of the site before or after it.

    Examples:
        >>> without_site("Ferry enters service – Newsroom – Solberg Yachts", ["Solberg Yachts"])
        'Ferry enters service'
        >>> without_site("Bright Villages: a report", ["The Gazette"])
        'Bright Villages: a report'
        >>> without_site("Boat Standings - 2025-26 season - Gull", ["Gull"])
        'Boat Standings'
    """
    parts = [part for part in _SEPARATOR.split(title) if part]
    if len(parts) < 2:
        return title.strip()
    own = [part for part in parts if not any(alike(part, site) for site in sites)]
    longest = max(map(len, own or parts))
    wanted = next(part for part in own or parts if len(part) >= _NEARLY_LONGEST * longest)
    if len(own) < len(parts) or len(wanted) * 2 > len(title):
        start = title.find(wanted)
        return title[start : start + len(wanted)].strip()
    return title.strip()


@cache
def load_metadata_rules() -> Rules:
    """The names under which pages keep their metadata."""
    return load_rules("metadata")
