import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hand_built import reading_of
from pressparse.document import Role
from pressparse.expressions.social_accounts import account_of
from pressparse.expressions.social_mentions import find_mentions
from pressparse.extract.social_handles import extract_social_handles
from pressparse.nlp.reading import Reading
from pressparse.page.raw import Link, ProfileLink

REFERENCE = Path(__file__).parents[2].parent / "shared/reference/social_handles.json"

ADDRESSES = [
    ("https://twitter.com/harbour", "x", "harbour"),
    ("//www.x.com/harbour/", "x", "harbour"),
    ("https://mobile.twitter.com/harbour?s=20", "x", "harbour"),
    ("https://de-de.facebook.com/harbour.trust", "facebook", "harbour.trust"),
    ("https://www.facebook.com/profile.php?v=info&id=10001234", "facebook", "10001234"),
    ("https://www.facebook.com/Harbour-Trust-104857600/", "facebook", "Harbour-Trust-104857600"),
    ("https://uk.linkedin.com/in/ann-poe/", "linkedin", "ann-poe"),
    ("https://www.linkedin.com/showcase/harbour-lab/about", "linkedin", "harbour-lab"),
    ("https://www.youtube.com/c/HarbourTV/videos", "youtube", "HarbourTV"),
    ("https://social.harbour.example/@press", "mastodon", "press@social.harbour.example"),
    ("https://mastodon.online/@press@harbour.example", "mastodon", "press@harbour.example"),
    ("https://t.me/s/harbournews", "telegram", "harbournews"),
    ("https://wa.me/15550100?text=hi", "whatsapp", "15550100"),
    ("https://www.reddit.com/r/harbours", "reddit", "r/harbours"),
    ("https://harbour.tumblr.com", "tumblr", "harbour"),
    ("https://bsky.app/profile/harbour.example", "bluesky", "harbour.example"),
    ("https://harbour.bsky.social", "bluesky", "harbour.bsky.social"),
    ("https://www.linkedin.com/school/harbour-college/", "linkedin", "harbour-college"),
    ("https://www.youtube.com/@harbour/featured", "youtube", "harbour"),
    ("https://www.tiktok.com/@harbour.trust?_t=8", "tiktok", "harbour.trust"),
    ("https://whatsapp.com/channel/0029VaHarbour", "whatsapp", "0029VaHarbour"),
    ("https://weibo.com/n/%E6%B8%AF%E5%8F%A3", "weibo", "港口"),
    ("https://www.pinterest.co.uk/harbour/", "pinterest", "harbour"),
    ("https://www.instagram.com/harbour?igsh=a", "instagram", "harbour"),
]
NO_PROFILES = [
    "https://twitter.com/",
    "https://twitter.com/harbour/status/1",
    "https://x.com/intent/post?text=a",
    "https://x.com/share?via=harbour",
    "https://x.com/hashtag/sea",
    "https://www.facebook.com/sharer.php?u=a",
    "https://www.facebook.com/groups/sea",
    "https://www.facebook.com/harbour/posts/1",
    "https://www.facebook.com/plugins/page.php?href=a",
    "https://www.linkedin.com/sharing/share-offsite/?url=a",
    "https://www.linkedin.com/jobs/view/1",
    "https://youtu.be/abc",
    "https://www.youtube.com/embed/abc",
    "https://vimeo.com/12345",
    "https://www.instagram.com/reel/a/",
    "https://medium.com/@annpoe",
    "https://wa.me/?text=a",
    "https://t.me/+abc",
    "https://github.com/harbour/tool",
    "https://www.flickr.com/photos/harbour/123",
    "https://pinterest.com/pin/create/button/?url=a",
    "https://harbour.example/twitter",
    "https://bsky.social/about",
    "mailto:press@x.com",
    "not a url",
    "",
]
# text, "platform account" of each
TEXTS = [
    (
        "Twitter @harbour | Facebook /harbourtrust | Telegram t.me/harbour_news",
        "x harbour, facebook harbourtrust, telegram harbour_news",
    ),
    (
        "X @harbour Bluesky @harbour.bsky.social Instagram @harbour.trust",
        "x harbour, bluesky harbour.bsky.social, instagram harbour.trust",
    ),
    ("Follow @AnnPoe and @BobRoe on Instagram.", "instagram AnnPoe, instagram BobRoe"),
    ("@one on Instagram, @two on Threads and @three on TikTok", "instagram one, threads two, tiktok three"),
    ("FACEBOOK: The Harbour Trust\nIG: harbour.trust", "facebook The Harbour Trust, instagram harbour.trust"),
    ("Facebook Become a Fan: “Gull Quay”", "facebook Gull Quay"),
    ('Find us on Facebook under "Harbour Trust".', "facebook Harbour Trust"),
    (
        "Our choir posts to Mastodon (@choir@song.example) and TikTok (@ternchoir).",
        "mastodon choir@song.example, tiktok ternchoir",
    ),
    ("WeChat ID: Harbour_CN", "wechat Harbour_CN"),
    ("微信公众号：harbour_cn 微博：@港口", "weibo 港口"),
    ("Follow us on X (formerly Twitter) at @harbour.", "x harbour"),
    ("Ann Poe’s Twitter handle is @AnnPoe.", "x AnnPoe"),
    ("Twitter, Instagram & Threads: @harbour", "x harbour, instagram harbour, threads harbour"),
    (
        "Visit linkedin.com/company/harbour-trust or youtube.com/@harbour.",
        "linkedin harbour-trust, youtube harbour",
    ),
    ("Connect with us @harbour", "x harbour"),
    ("Snapchat: @harbour_snaps | TikTok: @harbour", "tiktok harbour"),
    ("Mastodon: press@harbour.example", "mastodon press@harbour.example"),
    (
        "Connect with us: LinkedIn (Harbour Trust), YouTube (HarbourTV), X (@harbour)",
        "linkedin Harbour Trust, youtube HarbourTV, x harbour",
    ),
    ("The mayor tweeted @annpoe; Bob Roe tweets at @bobroe.", "x annpoe, x bobroe"),
    ("The WeChat account is Harbour_CN.", "wechat Harbour_CN"),
    ("Reddit: r/harbours and r/seawalls", "reddit r/harbours, reddit r/seawalls"),
    ("Subscribe to our YouTube channel: Harbour Trust TV", "youtube Harbour Trust TV"),
    (
        "Tumblr: harbour.tumblr.com · Bluesky harbour.bsky.social",
        "tumblr harbour, bluesky harbour.bsky.social",
    ),
    (
        "Find us on Facebook at HarbourTrust and on YouTube at Harbour_TV.",
        "facebook HarbourTrust, youtube Harbour_TV",
    ),
    (
        'Updates: @Harbour on X, and "Harbour Fire and Rescue" on Facebook.',
        "x Harbour, facebook Harbour Fire and Rescue",
    ),
    (
        "Follow us on Twitter @harbour or find Friends of the Harbour on Facebook.",
        "x harbour, facebook Friends of the Harbour",
    ),
    ("LinkedIn Twitter WeChat: Harbour_CN © Harbour Trust 2023", "wechat Harbour_CN"),
    ("Follow us on Facebook and like Harbour days at sea on YouTube.", ""),
    ("He found it on Facebook at Christmas; she is big on YouTube (2019).", ""),
    ("Follow us on Facebook (Meta) and X (formerly Twitter).", ""),
    ("Share on Facebook Share on Twitter", ""),
    ("He posted on Facebook “repeatedly” that he would go.", ""),
    ("She wrote on X: yes.", ""),
    ("He wrote on Twitter: We are leaving.", ""),
    ("Malcolm X, Generation X and the X-ray", ""),
    ("The seller asked for 5 @ $3; mail ann@harbour.example", ""),
    ("install @harbour/core and use @media print", ""),
    ("#Instagram #harbour", ""),
    ("Post your pictures on Instagram with the hashtag #sea", ""),
    ("Read it at https://harbour.example/@press/x.com/harbour", ""),
]


@pytest.mark.parametrize(("url", "platform", "handle"), ADDRESSES)
def test_knows_a_profile_by_its_address(url: str, platform: str, handle: str) -> None:
    account = account_of(url)
    assert account is not None
    assert (account.platform, account.handle) == (platform, handle)


@pytest.mark.parametrize("url", NO_PROFILES)
def test_other_addresses_are_no_profiles(url: str) -> None:
    assert account_of(url) is None


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_reads_accounts_given_in_words(text: str, expected: str) -> None:
    assert ", ".join(f"{m.platform} {m.handle or m.name}" for m in find_mentions(text)) == expected


def linked(text: str, *links: tuple[str, str], role: Role = "paragraph", **page: object) -> Reading:
    """A reading of one block in which each `(words, url)` is a link."""
    placed = tuple(Link(text.index(words), text.index(words) + len(words), url) for words, url in links)
    return reading_of([(role, text)], page={"links": placed, **page})


def summary(reading: Reading) -> list[tuple[str, str | None, str | None]]:
    return [(h.platform, h.handle, h.name) for h in extract_social_handles(reading)]


def test_link_and_words_of_one_account_are_one_record() -> None:
    reading = linked("Follow us on X: @Harbour and LinkedIn.", ("@Harbour", "https://x.com/harbour"),
                     ("LinkedIn", "https://www.linkedin.com/company/harbour/"))  # fmt: skip
    first, second = extract_social_handles(reading)
    assert (first.platform, first.handle, first.url, first.relation) == (
        "x",
        "harbour",
        "https://x.com/harbour",
        "publisher",
    )
    assert first.span is not None
    assert reading.text[first.span.start : first.span.end] == "@Harbour"
    assert (second.platform, second.handle) == ("linkedin", "harbour")


def test_a_page_with_a_number_for_an_address_goes_by_its_name() -> None:
    words = "Become a Fan: “Gull Quay”"
    reading = linked(
        f"Facebook {words}", (words, "https://www.facebook.com/pages/Gull-Quay/330255"), role="social"
    )
    assert summary(reading) == [("facebook", None, "Gull Quay")]


def test_profile_links_around_an_article_are_the_publishers() -> None:
    around = (
        ProfileLink("https://x.com/harbour", "X", "footer"),
        ProfileLink("https://www.instagram.com/harbour/", "", "footer"),
        ProfileLink("", "WeChat: Harbour_CN", "footer"),
        ProfileLink("https://vimeo.com/harbourfilms", "v", "footer"),
        ProfileLink("https://x.com/pixelsmiths", "Pixelsmiths", "footer"),
        ProfileLink("https://x.com/prnewswire", "X", "footer"),
        ProfileLink("https://www.facebook.com/sharer.php?u=a", "Facebook", "aside"),
        ProfileLink("https://x.com/annpoe", "twitter:creator", "meta"),
    )
    found = extract_social_handles(reading_of("The ferry left.", page={"profile_links": around}))
    assert [(h.platform, h.handle, h.relation, h.span) for h in found] == [
        ("x", "harbour", "publisher", None),
        ("instagram", "harbour", "publisher", None),
        ("wechat", "Harbour_CN", "publisher", None),
        ("vimeo", "harbourfilms", "publisher", None),
        ("x", "annpoe", "author", None),
    ]


def test_accounts_around_a_listing_belong_to_none_of_its_posts() -> None:
    around = (ProfileLink("https://x.com/harbour", "X", "footer"),)
    reading = reading_of("The ferry left.", page_kind="archive", page={"profile_links": around})
    assert extract_social_handles(reading) == ()


def test_a_bare_name_counts_only_where_the_text_invites() -> None:
    assert summary(reading_of("Media contact: ann@harbour.example, @annpoe")) == [("x", "annpoe", None)]
    assert summary(reading_of("— Ann Poe (@annpoe) October 12, 2019")) == []


def test_who_made_the_page_is_left_out() -> None:
    reading = linked("Powered by Pixelsmiths", ("Pixelsmiths", "https://x.com/pixelsmiths"))
    assert summary(reading) == []


def test_the_authors_account_is_the_authors() -> None:
    reading = reading_of("Ann is on X: @annpoe.", authors=("Ann Poe",))
    assert [h.relation for h in extract_social_handles(reading)] == ["author"]


@given(st.text(alphabet="@X Twiter/:.,facebook|on\n“”", max_size=120))
def test_mentions_are_true_slices(text: str) -> None:
    assert all(0 <= m.start < m.end <= len(text) and (m.handle or m.name) for m in find_mentions(text))


@pytest.mark.parametrize(
    "unit", ["@a ", "X ", "Twitter, ", "Facebook: ", "Facebook “", "@", "x.com/a ", "@a and ", "微博"]
)
def test_hostile_text_costs_linear_time(unit: str) -> None:
    text = unit * (60_000 // len(unit))
    started = time.perf_counter()
    find_mentions(text)
    assert time.perf_counter() - started < 5


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference expressions are not here")
def test_reads_all_the_reference_handles() -> None:
    rows = json.loads(REFERENCE.read_text(encoding="utf-8"))
    assert [row for row in rows if _found(row) != _wanted(row)] == []


def _wanted(row: dict[str, list[dict[str, str]]]) -> list[tuple[str, str]]:
    """What the row expects, without the authors of linked posts: such a link is no account of the page."""
    given = [e for e in row["expect"] if e.get("role", "profile") == "profile"]
    return sorted(
        ("x" if e["platform"] == "twitter" else e["platform"], e["handle"] or e["display_name"])
        for e in given
    )


def _found(row: dict[str, str]) -> list[tuple[str, str]]:
    if "url" in row:
        account = account_of(row["url"])
        return [(account.platform, account.handle)] if account else []
    return sorted((m.platform, m.handle or m.name or "") for m in find_mentions(row["text"]))
