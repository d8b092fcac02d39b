"""Tells which account on which social platform a web address is the profile of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from urllib.parse import unquote

from pressparse.rules import Rules, load_rules

_SCHEME = re.compile(r"\A(?:[a-z]{2,8}:)?//|\A[a-z]{3,8}://", re.IGNORECASE)
_HOST_PREFIX = re.compile(
    r"\A(?:(?:www\d?|m|mobile|mbasic|web|old|new|touch|business)\.|[a-z]{2}(?:-[a-z]{2})?\.(?=.+\..+))+"
)
_SPACE = re.compile(r"\s")
_LONGEST_ADDRESS = 2000


@dataclass(frozen=True, slots=True)
class Account:
    """An account on a platform.

    Attributes:
        platform: lower-case name (`x`, `facebook`, ...).
        handle: without "@"; on Mastodon `user@host`; a number where the address has no other name for it.
    """

    platform: str
    handle: str

    @property
    def key(self) -> tuple[str, str]:
        """The same for every spelling: no platform tells handles apart by case."""
        return self.platform, self.handle.casefold()


def account_of(url: str, *, said_to_be: str | None = None) -> Account | None:
    """The account whose profile lies at `url`; None for shares, hashtags, single posts, any other address.

    Args:
        url: with or without scheme.
        said_to_be: the platform that the link's label names; a Mastodon server with a name of its own is
            known by nothing else.

    Examples:
        >>> account_of("https://twitter.com/UN?lang=en")
        Account(platform='x', handle='UN')
        >>> account_of("https://mastodon.social/@Gargron")
        Account(platform='mastodon', handle='Gargron@mastodon.social')
        >>> account_of("https://twitter.com/intent/tweet?text=x") is None
        True
    """
    address = _bare_address(url)
    host, _, _ = address.partition("/")
    platform = _platform_of(host)
    if platform is None:
        return _mastodon_account(address, said_to_be)
    match = _rules().regex(platform).search(address)
    handle = unquote(_first_group(match)) if match else ""
    return Account(platform, handle) if handle and not _SPACE.search(handle) else None


def _bare_address(url: str) -> str:
    """Host in lower case and all that follows, without scheme and the prefix that a site gives its doors."""
    rest = _SCHEME.sub("", url.strip()[:_LONGEST_ADDRESS])
    host, slash, path = rest.partition("/")
    host = host.lower()
    shorter = _HOST_PREFIX.sub("", host)
    return (shorter if _platform_of(shorter) else host.removeprefix("www.")) + slash + path


def _platform_of(host: str) -> str | None:
    labels = host.split(".")
    parents = (".".join(labels[start:]) for start in range(len(labels) - 1))
    return next((_hosts()[parent] for parent in parents if parent in _hosts()), None)


def _mastodon_account(address: str, said_to_be: str | None) -> Account | None:
    match = _rules().regex("mastodon").search(address)
    if not match or match["server"] in _rules().words("at_path_sites"):
        return None
    server = match["server"]
    if said_to_be != "mastodon" and not _is_mastodon_server(server):
        return None
    return Account("mastodon", f"{match['handle']}@{match['home'] or server}")


def _is_mastodon_server(host: str) -> bool:
    return host in _rules().words("mastodon_servers") or bool(_rules().regex("mastodon_host").search(host))


def _first_group(match: re.Match[str]) -> str:
    return next(group for group in match.groups() if group)


def _rules() -> Rules:
    return load_rules("social_platforms")


@cache
def _hosts() -> dict[str, str]:
    return _rules().table("hosts")
