"""Extracts the social accounts that a page gives for its publisher, its author, or somebody in the post."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pressparse.document import Block, Post
from pressparse.expressions.social_accounts import Account, account_of
from pressparse.expressions.social_mentions import find_mentions, labels_in
from pressparse.nlp.reading import Reading
from pressparse.page.raw import Link, PagePost, ProfileLink
from pressparse.records import Relation, SocialHandle
from pressparse.rules import Rules, load_rules
from pressparse.span import Span

_LINKED, _AROUND = 0.95, 0.9
_SURE_ENOUGH = 0.8
_MADE_BY_REACH = 60
_LONGEST_ICON = 2  # characters: "f", "in"
_OWN_ROLES = frozenset({"social", "contact", "boilerplate"})
_AUTHOR_METADATA = frozenset({"twitter:creator", "article:author"})
_RANK: dict[Relation, int] = {"publisher": 0, "author": 1, "mentioned": 2}


def extract_social_handles(reading: Reading) -> tuple[SocialHandle, ...]:
    """The accounts of a post, one record each, however often and in whatever form the page gives them.

    An account is found as a link in the text, in words ("Twitter: @name"), or as a profile link around the
    post. Shares, hashtags, single posts and the accounts of wires, blog hosts and theme makers are left out.
    """
    page_post = reading.page_post
    links = _profile_links_in_text(page_post)
    found = [*_linked(page_post.post, links), *_in_words(page_post.post, links)]
    if reading.page_kind != "archive":  # there the accounts are the page's, and no one post's
        found += _around(page_post, found)
    return tuple(_merged(found))


def _profile_links_in_text(page_post: PagePost) -> list[tuple[Link, Account]]:
    text = page_post.post.text
    pairs = []
    for link in sorted(page_post.links, key=lambda link: link.start):
        account = account_of(link.url, said_to_be=_said_platform(text[link.start : link.end] or link.title))
        if account and not _is_makers(text[max(0, link.start - _MADE_BY_REACH) : link.start]):
            pairs.append((link, account))
    return pairs


def _said_platform(label: str) -> str | None:
    return next(iter(labels_in(label)), None)


def _is_makers(before: str) -> bool:
    """Whether the words before an account say that it is of whoever made the page ("Powered by")."""
    return bool(_rules().regex("made_by").search(before))


def _linked(post: Post, links: list[tuple[Link, Account]]) -> Iterator[SocialHandle]:
    for link, account in links:
        span = Span.trimmed(post.text, link.start, link.end)
        name = _quoted_name(span.text) if span else None
        # A page without a name in its address has a number there, which no reader knows it by.
        handle = None if name and account.handle.isdigit() else account.handle
        relation = _relation_in_text(post, _block_at(post, link.start), link.start)
        yield SocialHandle(account.platform, handle, name, link.url, span, relation, _LINKED)


def _quoted_name(label: str) -> str | None:
    match = _rules().regex("quoted_name").search(label)
    return match["name"].strip() if match else None


def _in_words(post: Post, links: list[tuple[Link, Account]]) -> Iterator[SocialHandle]:
    """The accounts that stand in words outside the links to profiles."""
    starts = [link.start for link, _ in links]
    for block in post.blocks:
        words = post.text[block.start : block.end]
        mentions = find_mentions(words) if block.role != "pre" else []
        invites = bool(mentions) and _invites(block, words)
        for mention in mentions:
            start, end = block.start + mention.start, block.start + mention.end
            at = bisect_right(starts, end - 1) - 1
            is_linked = at >= 0 and links[at][0].end > start
            if not is_linked and (invites or mention.confidence >= _SURE_ENOUGH):
                relation = _relation_in_text(post, block, start)
                span = Span.of(post.text, start, end)
                yield SocialHandle(
                    mention.platform, mention.handle, mention.name, None, span, relation, mention.confidence
                )


def _invites(block: Block, words: str) -> bool:
    """Whether an "@name" without a platform is an account here: it needs an invitation."""
    return block.role in _OWN_ROLES or bool(_rules().regex("invitation").search(words))


def _block_at(post: Post, position: int) -> Block | None:
    at = bisect_right(post.blocks, position, key=lambda block: block.start) - 1
    return post.blocks[at] if at >= 0 else None


def _relation_in_text(post: Post, block: Block | None, position: int) -> Relation:
    """Whose account it is, by the words before it in its block."""
    before = post.text[max(block.start, position - 120) : position] if block else ""
    if any(author.split()[0] in before.split() for author in post.authors if author.split()):
        return "author"
    if (block and block.role in _OWN_ROLES) or _rules().regex("own_invitation").search(before):
        return "publisher"
    return "mentioned"


def _around(page_post: PagePost, in_text: list[SocialHandle]) -> Iterator[SocialHandle]:
    """The accounts that the page gives around the post: in its head, header, footer and margins."""
    given = [(link, account) for link in page_post.profile_links for account in _accounts(link)]
    plain = {(link, account) for link, account in given if _is_plain(link, account)}
    known = {_squashed(account.handle) for _, account in plain} | _own_names(page_post.post)
    known |= {_squashed(own.handle) for own in in_text if own.handle and own.relation != "mentioned"}
    for link, account in given:
        is_own = (link, account) in plain or _resembles(account.handle, known)
        if is_own and not _is_service(account):
            relation: Relation = "author" if link.label in _AUTHOR_METADATA else "publisher"
            yield SocialHandle(
                account.platform, account.handle, None, link.url or None, None, relation, _AROUND
            )


def _accounts(link: ProfileLink) -> Iterator[Account]:
    """The account at a link's address, or else those that its label names ("WeChat: name")."""
    account = account_of(link.url, said_to_be=_said_platform(link.label)) if link.url else None
    if account:
        yield account
    elif not link.url:
        yield from (Account(m.platform, m.handle) for m in find_mentions(link.label) if m.handle)


def _is_plain(link: ProfileLink, account: Account) -> bool:
    """Whether the label is a mere icon's, names the platform, or is the handle itself.

    Who made a page, wrote a comment or stands in a related story is linked by name; in a footer by handle.
    """
    label = link.label.strip()
    is_handle = label.startswith("@") and _squashed(label) == _squashed(account.handle)
    return (
        len(label) <= _LONGEST_ICON
        or link.place == "meta"
        or (is_handle and link.place != "footer")
        or bool(labels_in(label))
        or bool(_rules().regex("invitation").search(label))
    )


def _own_names(post: Post) -> set[str]:
    """What the publisher and the authors are called, in one string each."""
    host = re.sub(r"\A\w+://(?:www\.)?|/.*", "", post.url or "")
    names = [post.source or "", *post.authors, *host.split(".")[:-1]]
    return {squashed for name in names if len(squashed := _squashed(name)) > 2}


def _squashed(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).casefold()


def _resembles(handle: str, names: Iterable[str]) -> bool:
    own = _squashed(handle)
    return any(own.startswith(name[:5]) or (len(own) > 3 and own in name) or name in own for name in names)


def _is_service(account: Account) -> bool:
    return account.handle.casefold() in _rules().words("service_accounts")


def _merged(found: Iterable[SocialHandle]) -> list[SocialHandle]:
    """One record an account; the first gives the span, any gives what the others lack."""
    accounts: dict[tuple[str, str], SocialHandle] = {}
    for handle in found:
        key = handle.platform, (handle.handle or handle.name or "").casefold()
        accounts[key] = _joined(accounts[key], handle) if key in accounts else handle
    return list(accounts.values())


def _joined(one: SocialHandle, other: SocialHandle) -> SocialHandle:
    return replace(
        one,
        name=one.name or other.name,
        url=one.url or other.url,
        span=one.span or other.span,
        relation=min(one.relation, other.relation, key=_RANK.__getitem__),
        confidence=max(one.confidence, other.confidence),
    )


def _rules() -> Rules:
    return load_rules("social_platforms")
