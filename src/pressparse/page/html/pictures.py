"""The pictures of a page, and addresses made absolute."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import urljoin

from pressparse.page.html.tree import Node
from pressparse.page.raw import Image

_LEAST_PIXELS = 50
_ADDRESSES = ("data-src", "data-lazy-src", "data-original", "src")
_CREDITS = (
    "data-credit", "data-image-credit", "data-photo-credit", "data-photographer", "data-attribution",
    "data-image-attribution", "data-copyright",
)  # fmt: skip


def image_of(node: Node, base: str | None) -> Image | None:
    """The picture of an `img`, its real address where it is loaded late; None for icons and trackers."""
    url = next(filter(None, map(node.get, _ADDRESSES)), "")
    if not url or url.startswith("data:") or not is_large(node):
        return None
    credit = next(filter(None, map(node.get, _CREDITS)), "")
    return Image(absolute(base, url), node.get("alt").strip(), credit.strip())


def is_large(node: Node) -> bool:
    """Whether a picture is more than an icon or a tracker; of unknown size it is."""
    printed = (node.get("width"), node.get("height"))
    sizes = [int(size) for size in printed if size.isascii() and size.isdecimal() and len(size) < 6]
    return not sizes or max(sizes) >= _LEAST_PIXELS


def absolute(base: str | None, url: str) -> str:
    """`url` made absolute, or as it is where there is no base or it is no URL.

    Examples:
        >>> absolute("https://a.example/b/", "c.html"), absolute(None, "c.html")
        ('https://a.example/b/c.html', 'c.html')
    """
    url = url.strip()
    if not base or not url or url.startswith(("http://", "https://")):
        return url
    try:
        if url[0] == "/" and url[1:2] != "/" and "/." not in url:  # most links of most pages
            return _origin(base) + url
        return urljoin(base, url)
    except ValueError:
        return url


@lru_cache(maxsize=8)
def _origin(base: str) -> str:
    return urljoin(base, "/")[:-1]
