"""Finds the social accounts that a text gives in words: "Twitter: @name", "@name on X and Threads"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from pressparse.expressions.addresses import Address, find_emails, find_urls
from pressparse.expressions.social_accounts import account_of
from pressparse.rules import Rules, load_rules

# A platform named further back than this has no say in a handle's platform; most lines are shorter.
_REACH = 160
_LEAD_REACH = 80
_OTHER = "other"
_STATED, _GOVERNED, _ASSUMED = 0.95, 0.85, 0.5


@dataclass(frozen=True, slots=True)
class Mention:
    """An account named in a text.

    Attributes:
        platform: lower-case name.
        handle: without "@"; None where the text gives a display name only.
        name: the display name, where the text gives one.
        start: offset of the first character, in Unicode code points.
        end: offset after the last character.
        confidence: lower where the platform is not named beside the account.
    """

    platform: str
    handle: str | None
    name: str | None
    start: int
    end: int
    confidence: float


class _Masks:
    """The stretches of a text that are addresses, into which no words are read."""

    def __init__(self, addresses: Iterable[Address]) -> None:
        ordered = sorted(addresses, key=lambda address: address.start)
        self._starts = [address.start for address in ordered]
        self._ends = [address.end for address in ordered]

    def cover(self, position: int) -> bool:
        at = bisect_right(self._starts, position) - 1
        return at >= 0 and position < self._ends[at]


@dataclass(frozen=True, slots=True)
class _Label:
    """Platforms named together ("Twitter/Instagram"), and where."""

    platforms: tuple[str, ...]
    start: int
    end: int


def find_mentions(text: str) -> list[Mention]:
    """The accounts that `text` names, in order of appearance.

    Examples:
        >>> [(m.platform, m.handle) for m in find_mentions("Follow @UN on X and Weibo, or t.me/un_news.")]
        [('x', 'UN'), ('weibo', 'UN'), ('telegram', 'un_news')]
    """
    if not _may_name_accounts(text):
        return []
    urls = find_urls(text)
    masks = _Masks([*(url for url in urls if "/" in url.text or account_of(url.value)), *find_emails(text)])
    labels = [label for label in _labels(text) if not masks.cover(label.start)]
    in_words = [
        *_at_handles(text, labels), *_plain_handles(text, labels), *_names(text, labels), *_subreddits(text, labels)
    ]  # fmt: skip
    found = [*_profiles(urls), *(mention for mention in in_words if not masks.cover(mention.start))]
    found += [address for label in labels for address in _fediverse_addresses(text, label)]
    return sorted((m for m in found if m.platform != _OTHER), key=lambda mention: mention.start)


def _may_name_accounts(text: str) -> bool:
    """Whether the text has what every account needs: an "@", or a platform's name or address."""
    folded = text.casefold()
    return "@" in text or "＠" in text or any(cue in folded for cue in _cues())


@cache
def _cues() -> tuple[str, ...]:
    short = {
        f"{label.casefold()}{mark}"
        for label in _rules().table("written_labels")
        for mark in (":", " :", "：", " /")
    }
    longer = (label.casefold() for name in ("labels", "unspaced_labels") for label in _rules().table(name))
    return tuple({*short, *longer, *_rules().table("hosts")})


def labels_in(text: str) -> tuple[str, ...]:
    """The platforms that `text` names.

    Examples:
        >>> labels_in("Follow us on Facebook and X")
        ('facebook', 'x')
    """
    named = (platform for label in _labels(text) for platform in label.platforms)
    return tuple(platform for platform in named if platform != _OTHER)


def _labels(text: str) -> list[_Label]:
    """Where the text names platforms, neighbours of one list joined."""
    single = sorted({*_named(text, "label", "labels"), *_named(text, "written_label", "written_labels"),
                     *_named(text, "unspaced_label", "unspaced_labels"),
                     *_named(text, "other_label", "other_labels")})  # fmt: skip
    joined: list[_Label] = []
    for start, end, platform in single:
        last = joined[-1] if joined else None
        if last and start < last.end:
            continue
        if last and start - last.end < 10 and _rules().regex("between_labels").match(text[last.end : start]):
            joined[-1] = _Label((*last.platforms, platform), last.start, end)
        else:
            joined.append(_Label((platform,), start, end))
    return joined


def _named(text: str, pattern: str, table: str) -> Iterator[tuple[int, int, str]]:
    meanings = _meanings(table)
    for match in _rules().regex(pattern).finditer(text):
        yield match.start(), match.end(), meanings[" ".join(match[0].split()).casefold()]


def _fediverse_addresses(text: str, label: _Label) -> Iterator[Mention]:
    """Accounts like "Mastodon: name@server", which look like e-mail addresses."""
    match = _rules().regex("fediverse_address").match(text[label.end : label.end + _LEAD_REACH])
    if match and label.platforms == ("mastodon",):
        start, end = label.end + match.start("handle"), label.end + match.end("handle")
        yield Mention("mastodon", match["handle"], None, start, end, _GOVERNED)


def _profiles(urls: list[Address]) -> Iterator[Mention]:
    for url in urls:
        account = account_of(url.value)
        if account:
            yield Mention(account.platform, account.handle, None, url.start, url.end, _STATED)


def _at_handles(text: str, labels: list[_Label]) -> Iterator[Mention]:
    """Every "@name", with the platforms that are named before or after it or its neighbours in a list."""
    starts = [label.start for label in labels]
    spent: set[int] = set()
    named: list[tuple[re.Match[str], tuple[str, ...], float]] = []
    for match in _rules().regex("at_handle").finditer(text):
        if match["handle"].casefold() not in _rules().words("no_handles"):
            at = bisect_right(starts, match.start())
            named.append((match, *_platforms(text, match, labels, at, spent)))
    for match, platforms, confidence in _spread(text, _spread(text, named)[::-1])[::-1]:
        yield from _mentions(match, platforms, confidence)


def _spread(
    text: str, named: list[tuple[re.Match[str], tuple[str, ...], float]]
) -> list[tuple[re.Match[str], tuple[str, ...], float]]:
    """The handles, each without a platform given that of the one before it in a list ("@a and @b")."""
    spread = named[:1]
    for match, platforms, confidence in named[1:]:
        last, last_platforms, _ = spread[-1]
        gap = text[last.end() : match.start()] or text[match.end() : last.start()]
        is_governed = not platforms and last_platforms and _is_list_mark(gap)
        spread.append((match, last_platforms, _GOVERNED) if is_governed else (match, platforms, confidence))
    return spread


def _platforms(
    text: str, match: re.Match[str], labels: list[_Label], at: int, spent: set[int]
) -> tuple[tuple[str, ...], float]:
    """The platforms of the "@name" at `match`: named just before it, just after it, or further back.

    `at` labels stand before it; those in `spent` belong to an earlier handle, which they follow.
    """
    before = labels[at - 1] if at and at - 1 not in spent else None
    after = labels[at] if at < len(labels) else None
    if before and _leads(text[before.end : match.start()]):
        return before.platforms, _STATED
    if after and _rules().regex("trailing_on").match(text[match.end() : after.start][:20]):
        spent.add(at)
        return after.platforms, _STATED
    if before and match.start() - before.end <= _REACH:
        return before.platforms, _GOVERNED
    return (), _ASSUMED


def _leads(gap: str) -> bool:
    return len(gap) <= _LEAD_REACH and bool(_rules().regex("lead").match(gap))


def _is_list_mark(gap: str) -> bool:
    return len(gap) < 8 and gap.strip(" \n") in {",", "and", "&", "/", "or", ", and", "+"}


def _mentions(match: re.Match[str], platforms: tuple[str, ...], confidence: float) -> Iterator[Mention]:
    """One mention for each platform; the shape of the handle decides where it can."""
    handle, server = match["handle"], match["server"]
    if server:
        yield Mention("mastodon", f"{handle}@{server}", None, match.start(), match.end(), _STATED)
        return
    if handle.casefold().endswith(".bsky.social"):
        platforms, confidence = ("bluesky",), _STATED
    for platform in platforms or ("x",):
        fitting = _fitting(handle, platform)
        if fitting:
            end = match.start("handle") + len(fitting)
            yield Mention(platform, fitting, None, match.start(), end, confidence)


def _fitting(handle: str, platform: str) -> str | None:
    """As much of the word as the platform allows in a handle."""
    pattern = f"handle_{platform}" if f"handle_{platform}" in _rules().patterns else "handle"
    match = _rules().regex(pattern).match(handle)
    return match[0] if match else None


def _plain_handles(text: str, labels: list[_Label]) -> Iterator[Mention]:
    """A handle without "@" behind the platform's name: "WeChat: name", "Facebook /name"."""
    ends = {label.end for label in labels}
    for label in labels:
        tail = text[label.end : label.end + _LEAD_REACH]
        for pattern in _plain_forms(text, label, follows_another=label.start - 1 in ends):
            match = _rules().regex(pattern).match(tail)
            if match and not _is_lead_word(match["handle"]):
                start, end = label.end + match.start("handle"), label.end + match.end("handle")
                for platform in label.platforms:
                    yield Mention(platform, match["handle"], None, start, end, _GOVERNED)


def _plain_forms(text: str, label: _Label, *, follows_another: bool) -> tuple[str, ...]:
    """How a handle without "@" may follow a platform's name: freely in an invitation, hardly in prose."""
    line = _line_before(text, label)
    opens = not line.strip() or line.endswith("  ") or line.rstrip().endswith((*"|,;·•/(&", " and"))
    if _rules().regex("invitation").search(line):
        return (
            "handle_stated",
            "handle_after_colon",
            "handle_after_slash",
            "handle_in_brackets",
            "handle_after_at",
        )
    if opens or follows_another:
        return ("handle_stated", "handle_after_colon", "handle_after_slash")
    return ("handle_stated",)


def _line_before(text: str, label: _Label) -> str:
    return text[max(0, label.start - _LEAD_REACH) : label.start].rpartition("\n")[2]


def _subreddits(text: str, labels: list[_Label]) -> Iterator[Mention]:
    if any("reddit" in label.platforms for label in labels):
        for match in _rules().regex("subreddit").finditer(text):
            yield Mention("reddit", match["handle"], None, match.start(), match.end(), _GOVERNED)


def _is_lead_word(word: str) -> bool:
    folded = word.casefold()
    listed = any(folded in _rules().words(name) for name in ("lead_words", "invitations"))
    return listed or any(folded in _meanings(table) for table in ("labels", "written_labels"))


def _names(text: str, labels: list[_Label]) -> Iterator[Mention]:
    """A display name behind the platform's name, in quotation marks or alone on its line, or before "on" it."""
    for label in labels:
        if label.platforms[0] in _rules().words("named_accounts"):
            span = _name_after(text, label) or _name_before(text, label)
            if span:
                yield Mention(label.platforms[0], None, text[slice(*span)], *span, _GOVERNED)


def _name_before(text: str, label: _Label) -> tuple[int, int] | None:
    """The name in "find Friends of the Harbour on Facebook"."""
    line = _line_before(text, label)
    match = _rules().regex("name_before_on").search(line)
    if match is None:
        return None
    start, end = match.span("name" if match["name"] else "quoted")
    return label.start - len(line) + start, label.start - len(line) + end


def _name_after(text: str, label: _Label) -> tuple[int, int] | None:
    tail = text[label.end : label.end + _REACH]
    match = _name_in_brackets(text, label, tail) or _quoted_or_alone(tail)
    if match is None:
        return None
    name = match["name"]
    start = label.end + match.start("name") + len(name) - len(name.lstrip())
    return start, start + len(name.strip())


def _name_in_brackets(text: str, label: _Label, tail: str) -> re.Match[str] | None:
    is_invited = _rules().regex("invitation").search(_line_before(text, label))
    return _rules().regex("name_in_brackets").match(tail) if is_invited else None


def _quoted_or_alone(tail: str) -> re.Match[str] | None:
    quoted = _rules().regex("quoted_name").search(tail)
    lead = tail[: quoted.start()] if quoted else ""
    if quoted and quoted["name"][0].isupper() and lead.strip() and _leads(lead):
        return quoted
    alone = _rules().regex("name_after_colon").match(tail)
    return alone if alone and not _is_lead_word(alone["name"].removeprefix("The ").split()[0]) else None


def _rules() -> Rules:
    return load_rules("social_platforms")


@cache
def _meanings(table: str) -> dict[str, str]:
    return {word.casefold(): platform for word, platform in _rules().table(table).items()}
