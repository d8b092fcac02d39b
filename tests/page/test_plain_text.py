"""Plain text: wraps, pages, quoting, lists and marks are undone, and the words stay as they were."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressparse.document import BODY_ROLES
from pressparse.page.plain_text import text_blocks
from pressparse.page.plain_text.text_posts import split_posts
from pressparse.page.read import read_text
from pressparse.page.roles import assign_roles

MAIL = """\
From: "Quarry Museum" <press@quarry.example>
To: list@quarry.example
Date: Thu, 4 Jun 2020 09:12:00 +0100
Subject: PRESS RELEASE: Quarry Museum finds a second fossil

FOR IMMEDIATE RELEASE

Media contact: Ida Pell, Quarry Museum
               01555 010 203 | ida@quarry.example

SECOND FOSSIL FISH FOUND IN THE CELLAR OF THE QUARRY
MUSEUM AT PENNARD

Curators had used it as a doorstop since 1961

PENNARD, Wales (June 4, 2020) -- A fossil fish that is thought to be some 380
million years old has turned up in the cellar of the Quarry Museum, where it
had been holding a door open.

"It is a well-
known door," said the curator, Ida Pell. "We have put a brick there."

WHAT COMES NEXT

* The fish will be scanned in the autumn.
* It will then travel to three schools, which have asked for it since the news
  came out.

[PHOTO: The fish on its shelf. Credit: Ann Roe]

###

About the Quarry Museum
The museum opened in 1931 and has 12,000 objects.

X: @QuarryMuseum

--
You are receiving this as a friend of the quarry. Unsubscribe:
https://quarry.example/u
"""

PAGES = """\
Ministry of Rivers                                   Annual Results 2020

River Authority posts a surplus for the third year

BERN, 3 May 2020 – The River Authority closed the year with a surplus of 41 mil-
lion francs, the third in a row, as the cost of main-
tenance fell. The authority’s \ufb02ood programme is two thirds complete and will go on
until 2026, the

Page 1 of 2
Ministry of Rivers                                   Annual Results 2020

director said at a press conference in Bern.

Region             2019      2020
Upper Aare         12.1      14.0
Lower Aare          9.7      10.2

Page 2 of 2
"""

MARKDOWN = """\
# Labs open a foundry in Lund

*A site for 200 people will cast blades*

By **Jane Roe**

LUND, Sweden — The labs opened on Friday. See the [full plan](https://labs.example/plan).

1. Blades for *small* turbines
2. Housings

> "It is warm in here," said foreman Nils Ek.

![The foundry](https://labs.example/foundry.jpg)
"""

LISTING = """\
Tag Archives: puffins

Puffins are back on Skerry Island
Posted on May 5, 2014 by Ailsa Boyd
The first puffins of the year landed on Skerry Island on Sunday, a week later than last spring, wardens said.

Posted in Birds | Tagged puffins, skerry | 3 Comments

Volunteers needed for the puffin count
Posted on April 2, 2014 by Ailsa Boyd
We need ten people for the count on 3 May. Boats leave at six from the pier. … Continue reading →

Posted in Birds, Help | Tagged puffins | Leave a comment
"""

UNTITLED_LISTING = """\
Archives for posts with tag: Rivers

The river festival drew some 20,000 people to the quays on Saturday, more than in any year since the war.

FACEBOOK: Become a friend: “RIVER WATCH”

PHOTO: Courtesy Harbour Office

The weir is to be rebuilt by the spring, and the salmon are to have a stair beside it, they said. –MORE–
"""


def roles_and_texts(text: str) -> list[tuple[str | None, str]]:
    blocks = text_blocks(text)
    return list(zip(assign_roles(blocks), (block.text for block in blocks), strict=True))


def texts_of(text: str, role: str) -> list[str]:
    return [words for found, words in roles_and_texts(text) if found == role]


def body_of(text: str) -> list[str]:
    return [words for role, words in roles_and_texts(text) if role in BODY_ROLES]


class TestMail:
    def test_headline_in_capitals_is_joined_over_two_lines(self) -> None:
        assert texts_of(MAIL, "title") == [
            "SECOND FOSSIL FISH FOUND IN THE CELLAR OF THE QUARRY MUSEUM AT PENNARD"
        ]

    def test_subtitle_follows_the_title(self) -> None:
        assert texts_of(MAIL, "subtitle") == ["Curators had used it as a doorstop since 1961"]

    def test_body_is_unwrapped_and_nothing_else(self) -> None:
        assert body_of(MAIL) == [
            "PENNARD, Wales (June 4, 2020) -- A fossil fish that is thought to be some 380 million years old "
            "has turned up in the cellar of the Quarry Museum, where it had been holding a door open.",
            '"It is a well-known door," said the curator, Ida Pell. "We have put a brick there."',
            "WHAT COMES NEXT",
            "The fish will be scanned in the autumn.",
            "It will then travel to three schools, which have asked for it since the news came out.",
        ]

    def test_contact_keeps_its_lines_together(self) -> None:
        assert texts_of(MAIL, "contact") == [
            "Media contact: Ida Pell, Quarry Museum\n01555 010 203 | ida@quarry.example"
        ]

    def test_furniture_has_its_roles(self) -> None:
        assert texts_of(MAIL, "published") == ["Thu, 4 Jun 2020 09:12:00 +0100"]
        assert texts_of(MAIL, "embargo") == ["FOR IMMEDIATE RELEASE"]
        assert texts_of(MAIL, "caption") == ["[PHOTO: The fish on its shelf. Credit: Ann Roe]"]
        assert texts_of(MAIL, "end_mark") == ["###"]
        assert texts_of(MAIL, "social") == ["X: @QuarryMuseum"]
        assert texts_of(MAIL, "boilerplate")[0] == "About the Quarry Museum"

    def test_mailing_footer_is_dropped(self) -> None:
        assert not any("Unsubscribe" in words for role, words in roles_and_texts(MAIL) if role is not None)

    def test_subject_is_the_title_where_there_is_no_headline(self) -> None:
        mail = (
            "From: a@b.example\nSubject: RELEASE: The pier is open\n\n"
            + "The pier was opened by the mayor at noon. " * 5
        )
        assert texts_of(mail, "title") == ["The pier is open"]

    def test_forwarded_message_is_read_without_its_quote_marks_and_note(self) -> None:
        quoted = "\n".join(f"> {line}" for line in MAIL.split("\n\n", 1)[1].splitlines())
        forwarded = (
            "FYI\n\n---------- Forwarded message ---------\n" + MAIL.partition("\n\n")[0] + "\n\n" + quoted
        )
        assert body_of(forwarded) == body_of(MAIL)
        assert "FYI" not in [words for _, words in roles_and_texts(forwarded)]


class TestPages:
    def test_paragraph_goes_on_across_a_page_and_divided_words_are_whole(self) -> None:
        assert body_of(PAGES)[0] == (
            "BERN, 3 May 2020 – The River Authority closed the year with a surplus of 41 million francs, "
            "the third in a row, as the cost of maintenance fell. The authority’s flood programme is two "
            "thirds complete and will go on until 2026, the director said at a press conference in Bern."
        )

    def test_running_heads_and_page_counts_are_gone(self) -> None:
        words = " ".join(words for _, words in roles_and_texts(PAGES))
        assert "Annual Results" not in words
        assert "Page" not in words

    def test_rows_of_a_table_are_blocks(self) -> None:
        assert texts_of(PAGES, "table") == [
            "Region | 2019 | 2020",
            "Upper Aare | 12.1 | 14.0",
            "Lower Aare | 9.7 | 10.2",
        ]

    def test_words_and_a_number_at_opposite_margins_are_a_page_foot(self) -> None:
        text = (
            "GULL INSTITUTE                      Harbour Bulletin No. 12\n\nFerries run later than ever\n\n"
            "The ferries of the bay were late on two days of three last winter, and the\nboard said that of\n\n"
            "Harbour Bulletin No. 12                                     3\n\nFerries run later than ever\n\n"
            "all harbours in the bay only one had kept to its plan.\n"
        )
        assert body_of(text) == [
            "The ferries of the bay were late on two days of three last winter, and the board said that of all "
            "harbours in the bay only one had kept to its plan."
        ]

    def test_repeated_line_is_kept_where_nothing_speaks_of_pages(self) -> None:
        song = "Row the boat\n\nThe river is wide and the night is long.\n\nRow the boat\n\nIt is late.\n"
        assert [words for _, words in roles_and_texts(song)].count("Row the boat") == 2


class TestMarkdown:
    def test_marks_become_structure(self) -> None:
        assert roles_and_texts(MARKDOWN)[:4] == [
            ("title", "Labs open a foundry in Lund"),
            ("subtitle", "A site for 200 people will cast blades"),
            ("byline", "By Jane Roe"),
            ("paragraph", "LUND, Sweden — The labs opened on Friday. See the full plan."),
        ]

    def test_links_and_emphasis_point_at_their_words(self) -> None:
        block = next(b for b in text_blocks(MARKDOWN) if b.links)
        link = block.links[0]
        assert (block.text[link.start : link.end], link.url) == ("full plan", "https://labs.example/plan")

    def test_list_markers_are_no_words(self) -> None:
        assert texts_of(MARKDOWN, "list_item") == ["Blades for small turbines", "Housings"]

    def test_places_in_a_league_table_are_words(self) -> None:
        assert texts_of("CUP STANDINGS\n1. Alba\n2. Boreas\n3. Corvus\n", "list_item") == [
            "1. Alba", "2. Boreas", "3. Corvus",
        ]  # fmt: skip

    def test_picture_is_kept_without_words(self) -> None:
        assert [image.alt for block in text_blocks(MARKDOWN) for image in block.images] == ["The foundry"]


class TestPosts:
    def test_listing_is_parted_under_each_post(self) -> None:
        blocks = text_blocks(LISTING)
        posts = split_posts(blocks, assign_roles(blocks))
        titles = [
            next(
                b.text
                for b, role in zip(blocks[post], assign_roles(blocks[post]), strict=True)
                if role == "title"
            )
            for post in posts
        ]
        assert titles == ["Puffins are back on Skerry Island", "Volunteers needed for the puffin count"]

    def test_listing_without_titles_is_parted_after_its_follow_lines(self) -> None:
        blocks = text_blocks(UNTITLED_LISTING)
        assert len(split_posts(blocks, assign_roles(blocks))) == 2

    def test_read_more_mark_is_a_block_of_its_own(self) -> None:
        assert texts_of(UNTITLED_LISTING, "more") == ["–MORE–"]
        assert body_of(UNTITLED_LISTING)[-1].endswith("they said.")

    def test_one_release_is_one_post(self) -> None:
        for text in (MAIL, PAGES, MARKDOWN):
            blocks = text_blocks(text)
            assert len(split_posts(blocks, assign_roles(blocks))) == 1

    def test_two_releases_in_one_mail_are_two(self) -> None:
        release = (
            "FOR IMMEDIATE RELEASE\n\n{0} opens at last\n\nOSLO, May 5 -- "
            + "The {0} was opened at noon. " * 12
            + "\n\n###\n"
        )
        blocks = text_blocks(release.format("Pier") + "\n" + release.format("Mill"))
        assert len(split_posts(blocks, assign_roles(blocks))) == 2


def test_lines_of_an_unwrapped_text_are_paragraphs() -> None:
    text = (
        "NEWS RELEASE\nContact: Al Roe\nPhone: (505) 555-0123\nDistrict Names New Manager\n"
        "MESA, N.M. – The board has named Luis Ortega, 48.\nHe was born here.\n"
    )
    assert roles_and_texts(text)[2:4] == [
        ("title", "District Names New Manager"),
        ("paragraph", "MESA, N.M. – The board has named Luis Ortega, 48."),
    ]


def test_indented_first_line_begins_a_paragraph() -> None:
    text = (
        "    The bridge over the river was opened on Friday by\n"
        "the mayor, who cut a ribbon in the rain of a cold\nand windy day.\n"
        "    A dog ran off with the scissors that the mayor had\nused, and was not seen again.\n"
    )
    assert [words.partition(" ")[0] for words in body_of(text)] == ["The", "A"]


def test_text_with_a_blank_line_after_every_line_is_unwrapped_too() -> None:
    lines = [
        "The bridge over the river was opened on Friday by the",
        "mayor, who cut a ribbon in the rain while a band of",
    ]
    text = "\n\n".join(
        [
            *lines,
            "schoolchildren played a march that no one could name,",
            "and a dog ran off with the scissors and the rest of",
            "the ribbon, which has not been seen again since then",
            "by anyone who was there on the day of the opening.",
        ]
    )
    assert len(body_of(text)) == 1


@given(st.text(alphabet=st.sampled_from("ab A.\n\t>*-–#|:_[]()/@1\f\u00ad\ufb01é"), max_size=300))
def test_never_raises_and_words_are_canonical(text: str) -> None:
    for block in text_blocks(text):
        assert block.text == block.text.strip()
        assert not re.search(r"[^\S\n]{2}|[\t\f\u00ad\ufb01]", block.text)
        for link in block.links:
            assert 0 <= link.start <= link.end <= len(block.text)


@given(st.text(max_size=200))
def test_any_text_gets_as_many_roles_as_blocks(text: str) -> None:
    blocks = text_blocks(text)
    roles = assign_roles(blocks)
    assert len(roles) == len(blocks)
    assert [s.stop for s in split_posts(blocks, roles)][-1] == len(blocks)


@pytest.mark.parametrize(
    "unit",
    [
        "word ",
        "a\n",
        "* item\n",
        "> > > q\n",
        "| a | b |\n",
        "Page 1 of 2\n\n",
        "(",
        "*",
        "[x](",
        "Photo by ",
        "1. ",
        "-",
        "A, ",
        "Contact: ",
    ],
)
def test_hostile_repetition_takes_linear_time(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    begun = time.perf_counter()
    blocks = text_blocks(text)
    assign_roles(blocks)
    assert time.perf_counter() - begun < 10


def test_two_columns_at_the_head_are_read_one_after_the_other() -> None:
    head = (
        "FOR IMMEDIATE RELEASE                    Contact: Jane Roe\n"
        "May 4, 2016                              (202) 555-0101\n"
        "                                         jroe@birds.example\n\n"
        "Bird Council Names Ten Cities\n\nBOISE, Idaho -- The council named ten cities.\n"
    )
    assert roles_and_texts(head)[:4] == [
        ("embargo", "FOR IMMEDIATE RELEASE"),
        ("published", "May 4, 2016"),
        ("contact", "Contact: Jane Roe\n(202) 555-0101\njroe@birds.example"),
        ("title", "Bird Council Names Ten Cities"),
    ]


def test_page_marks_inside_a_release_end_nothing() -> None:
    page = "The council named ten cities on Friday, and the swifts came on Saturday. " * 4
    release = f"Ten cities named\n\n{page}\n\n- more -\n\nBIRD COUNCIL/2\n\n{page}\n\n# # #\n"
    blocks = text_blocks(release)
    assert "more" not in assign_roles(blocks)
    assert len(split_posts(blocks, assign_roles(blocks))) == 1


def test_comments_under_a_pasted_page_are_dropped() -> None:
    story = "The swifts came back to the old town on Saturday, and the council put up a plaque. " * 4
    comments = "2 thoughts on “Swifts are back”\n\nBirger says:\n\nAt last!\n\nReply\n"
    page = f"Swifts are back\n\n{story}\n\n{comments}"
    assert body_of(page) == [story.strip()]


class TestPastedListings:
    """Archives of blogs, copied from the browser with all their furniture."""

    HEADER = "The Gull\nNews from the quay\n\nHome Our Boats About Us\n\nCategory Archives: Boats\n\n"
    FERRY = "The old ferry went back into service on Friday after nine months in dock, and half the town came to see."
    PIER = (
        "Nobody had walked on the north pier since the storm of 1998. Last week the council opened it to all."
    )

    def titles(self, text: str) -> list[str | None]:
        return [found.post.title for found in read_text(text).posts]

    def test_site_and_menu_over_the_listing_are_no_part_of_the_first_post(self) -> None:
        text = f"{self.HEADER}Ferry enters service\n\nPosted on March 8, 2017 by jroe\n\n{self.FERRY}"
        (found,) = read_text(text).posts
        assert (found.post.title, found.post.subtitle, found.post.authors) == (
            "Ferry enters service",
            None,
            ("jroe",),
        )

    def test_share_links_stand_under_a_post_and_head_none(self) -> None:
        foot = "Share this:\n\nTweet Share on Tumblr Email Print\n\nLike Loading...\n\nPosted in Boats | Tagged Ferry"
        text = f"{self.HEADER}Ferry enters service\n\n{self.FERRY}\n\n{foot}\n\nA pier for all\n\n{self.PIER}"
        assert self.titles(text) == ["Ferry enters service", "A pier for all"]

    def test_a_date_over_a_heading_belongs_to_the_post_under_it(self) -> None:
        foot = "by jroe in Boats | Tags: ferry, quay | 3 Comments"
        posts = (
            f"May 2, 2014\n\nFerry enters service\n\n{self.FERRY}\n\n{foot}\n\n"
            f"April 9, 2014\n\nA pier for all\n\n{self.PIER}\n\n{foot}"
        )
        found = read_text(f"{self.HEADER}{posts}").posts
        assert [(post.post.title, post.post.published) for post in found] == [
            ("Ferry enters service", "2014-05-02"),
            ("A pier for all", "2014-04-09"),
        ]

    def test_tags_under_a_heading_end_no_post(self) -> None:
        posts = (
            f"Ferry enters service\nPosted: 9 May 2012 in Boats\nTags: ferry, quay\n\n{self.FERRY}\n\n"
            f"A pier for all\nPosted: 2 May 2012 in Boats\nTags: pier\n\n{self.PIER}"
        )
        assert self.titles(f"Posts tagged “quay”\n\n{posts}") == ["Ferry enters service", "A pier for all"]

    def test_text_that_breaks_off_over_a_link_is_truncated(self) -> None:
        text = (
            f"{self.HEADER}A pier for all\n\n{self.PIER} There are no plans to […]\n\nContinue reading →\n\n"
            "Recent comments\n\nLuca on the new pier\n\nbigears on the old pier and the long wait for a new one"
        )
        assert [found.post.truncated for found in read_text(text).posts] == [True]


STORY = (
    "The ferry crossed the sound on Monday, with a band on deck and the harbour full of boats, the company said.\n\n"
) * 3


class TestHeads:
    @pytest.mark.parametrize(
        "text", ["Ferry enters service", "Jane Roe, Director of Harbours", "Jane Roe\nDirector of Harbours\n"]
    )
    def test_lines_without_a_story_have_no_title(self, text: str) -> None:
        assert {role for role, _ in roles_and_texts(text)} == {"paragraph"}

    def test_who_is_introduced_is_no_title(self) -> None:
        text = f"Jane Roe, Director of Harbours\n\nFerry enters service on the sound\n\n{STORY}"
        assert texts_of(text, "title") == ["Ferry enters service on the sound"]

    def test_a_title_broken_behind_a_small_word_is_one(self) -> None:
        text = f"Ferry enters service on\nthe sound\n\n4 February 2020\n\n{STORY}"
        assert texts_of(text, "title") == ["Ferry enters service on the sound"]

    def test_a_place_and_an_hour_are_no_headings(self) -> None:
        text = f"Remarks by the Mayor on the Ferry\n\nGull Quay\n\n10:12 A.M. EST\n\n{STORY}"
        assert texts_of(text, "other") == ["Gull Quay", "10:12 A.M. EST"]
        assert texts_of(text, "subtitle") == texts_of(text, "heading") == []

    def test_a_signature_above_a_number_is_a_contact(self) -> None:
        text = f"Ferry enters service on the sound\n\n{STORY}Jane Roe\nPress Officer\n+44 20 7946 0000\n"
        assert texts_of(text, "contact") == ["Jane Roe", "Press Officer", "+44 20 7946 0000"]


def test_running_heads_with_numbers_that_count_up_are_dropped() -> None:
    days = ("Monday", "Tuesday", "Friday")
    stories = [f"On {day} the ferry crossed the sound, and a band of {day} men played.\n" for day in days]
    pages = zip((1, 2, 3), stories, strict=True)
    paged = "\n".join(f"Orr Ferries News\n{number}\n\n{story}" for number, story in pages)
    assert "Orr Ferries News" not in " ".join(text for _, text in roles_and_texts(paged))
    scores = "\n".join(
        f"{story}\nGoals\n{number}\n" for number, story in zip((4, 2, 2), stories, strict=True)
    )
    assert "Goals" in " ".join(text for _, text in roles_and_texts(scores))
