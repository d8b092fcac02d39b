"""Roles: what a line of a release or a page is, by its words, its element, its class and its neighbours."""

from __future__ import annotations

import pytest

from pressparse.document import Archive
from pressparse.page.raw import RawBlock
from pressparse.page.read import read_html
from pressparse.page.roles import archive_heading, assign_roles, is_more_mark, source_name, split_more_mark
from pressparse.page.roles.bylines import byline_names
from pressparse.page.roles.tag_lines import listed_tags

STORY = (
    "The bridge over the river was opened on Friday by the mayor, who said that it had taken eleven years. "
    * 3
)

LINES = [
    # a line that stands after the story, and its role
    ("FOR IMMEDIATE RELEASE", "embargo"),
    ("EMBARGOED UNTIL 00.01 GMT, MONDAY 4 MAY 2020", "embargo"),
    ("NOT FOR RELEASE BEFORE 9 a.m.", "embargo"),
    ("Photo: Lena Roe/Gull Quay", "photo_credit"),
    ("PHOTO: Courtesy Harbour Office", "photo_credit"),
    ("(Picture: Kas Boll, The Gazette)", "photo_credit"),
    ("Image courtesy of Harbour Magazine", "photo_credit"),
    ("© Lind Marine", "photo_credit"),
    ("Sitter portraits © Rory Tull. May be printed if credited.", "photo_credit"),
    ("The mayor cuts the ribbon. (AP Photo/Jane Roe)", "caption"),
    ("[PHOTO: The mayor cuts the ribbon. Credit: Ann Roe]", "caption"),
    ("Photo: The mayor meets schoolchildren from three towns on the new bridge.", "caption"),
    ("Twitter: @HarbourTrust", "social"),
    ("Facebook Become a Friend: “GULL QUAY”", "social"),
    ("Facebook: facebook.com/harbour", "social"),
    ("X @Prize   Bluesky @prize.bsky.social", "social"),
    ("Follow us on Twitter and Facebook: @Wells", "social"),
    ("WeChat: RiversCN", "social"),
    ("The trust is on Mastodon (@tr@sea.example), Bluesky (@tr.bsky.social) and at github.com/tr.", "social"),
    ("Media contact: Jo Roe, jo@harbour.example", "contact"),
    ("Press enquiries: Jo Roe, 01555 010 203", "contact"),
    ("jo@harbour.example | 01555 010 203", "contact"),
    ("Kay Roe can be reached at kay@paper.example.", "contact"),
    ("SOURCE Acme Corp.", "source"),
    ("Harbour News Centre Source", "source"),
    ("Via Reuters", "source"),
    ("News provided by\nAcme, Inc.", "source"),
    ("Posted on May 5, 2014", "published"),
    ("17-Feb-2021 07:25 GMT", "published"),
    ("By Jane Roe and John Doe, Staff Writers", "byline"),
    ("Posted on May 5, 2014 by admin", "byline"),
    ("Tags: floods, rivers", "tags"),
    ("Posted in People | Tagged Rivers", "tags"),
    ("Continue reading →", "more"),
    ("–MORE–", "more"),
    ("# # #", "end_mark"),
    ("-30-", "end_mark"),
    ("– Ends –", "end_mark"),
    ("About the Harbour Trust", "boilerplate"),
    ("Forward-Looking Statements", "boilerplate"),
    ("(Reporting by Jane Roe in Oslo; editing by John Doe)", "other"),
    ("View source version on wire.example: https://www.wire.example/1", "other"),
    ("Skip to main content", None),
    ("Share this:", None),
    ("Leave a comment", None),
    ("← Older posts", None),
    ("Page 2 of 3", None),
    ("© 2014 Acme. All rights reserved.", None),
    ("Home | News | Contact us", None),
    ("Read this release in: French , German", None),
    ("You are receiving this as a friend of the choir.", None),
    ("Sign up for our weekly newsletter", None),
    ("Related: Ten bridges to see", None),
    ("Tag Archives: bridges", None),
]

TEXT_LINES = [
    "More than forty people came.",
    "Pictures show a man on the bridge.",
    "Sources said that the bridge was closed.",
    "The trade embargo was lifted.",
    "Facebook said on Monday that it would pay.",
    "WhatsApp: how messaging meets commerce",
    "About 90 miles and 40 bridges.",
    "Contact between the two boats was lost.",
    "The end of the road is near.",
    "By noon the hall was full.",
    "Read the report and then decide. It matters.",
    "For more information, please visit the site of the trust: http://trust.example/about",
    "Category: Documentary",
    "Home is where the heart is.",
    "He took a photo by the river.",
    "Author: Jane Roe\nReleased: May 3, 2020 by Gull Books\nGenre: crime",
]


def block(text: str, element: str = "p", *hints: str, path: tuple[int, ...] = ()) -> RawBlock:
    return RawBlock(text, element, hints=hints, path=path)


@pytest.mark.parametrize(("line", "role"), LINES)
def test_line_has_the_role_that_it_says(line: str, role: str | None) -> None:
    assert assign_roles([block(STORY), block(STORY), block(line)])[2] == role


@pytest.mark.parametrize("line", TEXT_LINES)
def test_words_of_the_story_stay_in_the_story(line: str) -> None:
    assert assign_roles([block(STORY), block(line), block(STORY)])[1] == "paragraph"


class TestHead:
    def test_title_is_found_among_the_lines_over_the_story(self) -> None:
        lines = [
            "MINISTRY OF WELLS AND VILLAGE ROADS",
            "Well awards handed over in the old town",
            "Nine villages share the purse",
        ]
        roles = assign_roles([*(block(line, "h2") for line in lines), block(STORY)])
        assert roles == ["other", "title", "subtitle", "paragraph"]

    def test_title_that_the_page_gives_is_taken(self) -> None:
        roles = assign_roles(
            [block("Awards", "p"), block("Nine wells win", "h1"), block(STORY)], title="Nine  Wells Win"
        )
        assert roles == ["other", "title", "paragraph"]

    def test_story_without_headline_has_no_title(self) -> None:
        assert "title" not in assign_roles([block(STORY), block("– Ends –")])

    def test_heading_after_the_story_has_begun_is_no_subtitle(self) -> None:
        roles = assign_roles(
            [block("Nine wells win", "h1"), block(STORY), block("How the wells were dug", "h2"), block(STORY)]
        )
        assert roles == ["title", "paragraph", "heading", "paragraph"]

    def test_sentence_set_apart_by_a_byline_is_a_subtitle(self) -> None:
        roles = assign_roles(
            [
                block("Nine wells win", "h1"),
                block("The jury read ninety entries in May."),
                block("By Jane Roe"),
                block(STORY),
            ],
            title="Nine wells win",
        )
        assert roles == ["title", "subtitle", "byline", "paragraph"]

    def test_deck_is_known_by_its_class(self) -> None:
        blocks = [block("Nine wells win", "h1"), block("It took a year.", "p", "deck"), block(STORY)]
        assert assign_roles(blocks, title="Nine wells win")[1] == "subtitle"


class TestSections:
    def test_contacts_go_on_until_the_story_does(self) -> None:
        texts = [
            "Media Contact:",
            "Jane Roe",
            "Harbour Trust",
            "01555 010 203",
            "Nine wells win the county prize",
            STORY,
        ]
        roles = assign_roles([block(t) for t in texts])
        assert roles == ["contact", "contact", "contact", "contact", "title", "paragraph"]

    def test_boilerplate_ends_at_the_contacts(self) -> None:
        texts = [
            STORY,
            STORY,
            "About Acme",
            "Acme makes anvils.",
            "It has 40 people.",
            "Contact:",
            "Jo Roe, jo@acme.example",
        ]
        assert assign_roles([block(t) for t in texts])[2:] == [
            "boilerplate", "boilerplate", "boilerplate", "contact", "contact",
        ]  # fmt: skip

    def test_about_as_a_heading_of_the_story_is_no_boilerplate(self) -> None:
        roles = assign_roles(
            [block("Word of the day. " * 3), block("About the Project", "h2"), *[block(STORY)] * 4]
        )
        assert "boilerplate" not in roles

    def test_stars_between_sections_end_nothing(self) -> None:
        roles = assign_roles([block(STORY), block("* * *"), block(STORY)])
        assert roles == ["paragraph", "other", "paragraph"]

    def test_what_follows_the_end_is_not_the_story(self) -> None:
        roles = assign_roles([*[block(STORY)] * 3, block("###"), block("The wells are open all year.")])
        assert roles[3:] == ["end_mark", "boilerplate"]

    def test_related_stories_are_dropped(self) -> None:
        texts = [STORY, "Related releases", "Ten wells to see", "“Every village,” says minister"]
        assert assign_roles([block(t) for t in texts])[1:] == [None, None, None]


class TestElements:
    def test_caption_that_is_only_a_credit_is_a_credit(self) -> None:
        roles = assign_roles(
            [block("Photo: Ann Roe", "figcaption"), block("The pier at dusk. Photo: Ann Roe", "figcaption")]
        )
        assert roles == ["photo_credit", "caption"]
        assert assign_roles([block("WRP/Jo Roe", "figcaption", "copyright")]) == ["photo_credit"]

    def test_label_in_a_list_is_part_of_the_row(self) -> None:
        assert assign_roles([block(STORY), block("Photography: Jane Roe", "li")])[1] == "list_item"

    def test_short_line_in_bold_is_a_heading(self) -> None:
        bold = RawBlock("Where the wells are", "p", emphasis=((0, 19),))
        assert assign_roles([block(STORY), bold, block(STORY)])[1] == "heading"

    def test_class_names_tell_what_words_do_not(self) -> None:
        page = [
            block("Jane Roe", "div", "byline"),
            block("5.6.20", "div", "entry-date"),
            block("rivers, wells", "div", "tag-links"),
        ]
        assert assign_roles([block(STORY), *page])[1:] == ["byline", "published", "tags"]

    def test_block_without_words_has_no_role(self) -> None:
        assert assign_roles([block("")]) == [None]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Roe", ("Jane Roe",)),
        ("BY JANE ROE", ("JANE ROE",)),
        ("By Tam Hale and Colin McBride", ("Tam Hale", "Colin McBride")),
        ("By Jane Roe, Staff Writer", ("Jane Roe",)),
        ("By Jola Brze, club secretary", ("Jola Brze",)),
        ("By Susan Smith | The Associated Press", ("Susan Smith",)),
        ("By Mary-Jane van der Berg and Kevin O'Brien", ("Mary-Jane van der Berg", "Kevin O'Brien")),
        ("by admin", ("admin",)),
        ("By Jane Roe Staff Writer", ("Jane Roe",)),
        ("By The Associated Press", ("The Associated Press",)),
        ("By Harbour News Team", ("Harbour News Team",)),
        ("Posted by Carla Roe in Boats & Bridges on Thu 3 May 2018 | 4 comments", ("Carla Roe",)),
        ("Posted On: 3 MAY 2018 4:25PM by HBT Oslo", ("HBT Oslo",)),
        ("Words by Imogen Roe", ("Imogen Roe",)),
        ("Interview: Dafydd Roe Pictures: Ann Lowe", ("Dafydd Roe",)),
        ("By noon the hall was full", ()),
        ("By far the best", ()),
        ("By using the boat you accept", ()),
        ("by the United States.", ()),
        ("Bystanders", ()),
        ("", ()),
    ],
)
def test_byline_names(line: str, names: tuple[str, ...]) -> None:
    assert byline_names(line) == names


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("SOURCE Acme Corp.", "Acme Corp."),
        ("Source: Hale & Roe LLP", "Hale & Roe LLP"),
        ("Harbour News Centre Source", "Harbour News Centre"),
        ("Via: Stow Mercury", "Stow Mercury"),
        ("June 3, 2021 09:15 ET | Source: Acme Inc. Follow", "Acme Inc."),
        ("Originally published in March 2022.", None),
        ("Sources said", None),
        ("Open", None),
    ],
)
def test_source_name(line: str, name: str | None) -> None:
    assert source_name(line) == name


@pytest.mark.parametrize(
    ("line", "tags", "categories"),
    [
        ("Tags: floods, rivers", ("floods", "rivers"), ()),
        ("Posted in Birds, Help | Tagged puffins | Leave a comment", ("puffins",), ("Birds", "Help")),
        ("Filed under: News", (), ("News",)),
        ("Labels: #birds #coast", ("birds", "coast"), ()),
        (
            "by Jo Roe on May 5, 2014 • Permalink • Posted in Towns • Tagged UN • 2 Comments",
            ("UN",),
            ("Towns",),
        ),
        ("Posted on May 5, 2014 by admin", (), ()),
    ],
)
def test_listed_tags(line: str, tags: tuple[str, ...], categories: tuple[str, ...]) -> None:
    assert listed_tags(line) == (tags, categories)


@pytest.mark.parametrize(
    ("heading", "archive"),
    [
        ("Archives for posts with tag: TideTables", Archive("tag", "TideTables")),
        ("Tag Archives: Rivers", Archive("tag", "Rivers")),
        ("Posts tagged ‘Tides’", Archive("tag", "Tides")),
        ("Category: Awards & Honours", Archive("category", "Awards & Honours")),
        ("Archive for the ‘Peace’ Category", Archive("category", "Peace")),
        ("Author Archives: jroe", Archive("author", "jroe")),
        ("All posts by Jane Roe", Archive("author", "Jane Roe")),
        ("Search Results for: ice", Archive("search", "ice")),
        ("Monthly archives: March 2014", Archive("date", "March 2014")),
        ("Tags were removed", None),
        ("Nine wells win", None),
    ],
)
def test_archive_heading(heading: str, archive: Archive | None) -> None:
    assert archive_heading(heading) == archive


@pytest.mark.parametrize(
    ("paragraph", "words", "mark"),
    [
        ("What makes him angry?  –MORE–", "What makes him angry?", "–MORE–"),
        ("She said that the students […]", "She said that the students", "[…]"),
        (
            "Boats leave at six. … Continue reading “Puffins” →",
            "Boats leave at six.",
            "… Continue reading “Puffins” →",
        ),
        ("It rained. Read more »", "It rained.", "Read more »"),
        ("He wanted more.", "He wanted more.", ""),
        ("They read more than we do.", "They read more than we do.", ""),
        ("[…]", "[…]", ""),
    ],
)
def test_split_more_mark(paragraph: str, words: str, mark: str) -> None:
    assert split_more_mark(paragraph) == (words, mark)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Continue reading →", True),
        ("Read more", True),
        ("Read the rest of this entry »", True),
        ("(more…)", True),
        ("Read more: Ten towns to watch", False),
        ("More than forty came.", False),
        ("Learn more about the plan", False),
    ],
)
def test_is_more_mark(words: str, expected: bool) -> None:
    assert is_more_mark(words) is expected


def test_a_second_subtitle_of_running_text_is_the_story() -> None:
    words = '<p class="dek">The ferry crossed the sound on Monday, with a band on deck and flags out.</p>'
    reading = read_html(f"<h1>Ferry enters service</h1>{words * 3}")
    assert [block.role for block in reading.posts[0].post.blocks] == [
        "title",
        "subtitle",
        "paragraph",
        "paragraph",
    ]


def test_a_line_about_the_post_is_no_subtitle() -> None:
    texts = ["Ferry enters service", "Jane Roe Editor Oct 4, 2022 5 min read", "The ferry left at nine. " * 9]
    blocks = [RawBlock(text, element) for text, element in zip(texts, ("h1", "h2", "p"), strict=True)]
    assert assign_roles(blocks, title=texts[0])[1] != "subtitle"
