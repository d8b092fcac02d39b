import itertools
import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hand_built import reading_of
from pressparse.document import Role
from pressparse.expressions.credit_finder import find_credits
from pressparse.extract.photo_credits import extract_photo_credits
from pressparse.page.raw import Image

REFERENCE = Path(__file__).parents[2].parent / "shared/reference/credit_lines.json"
WHOLE_LINES = 0.99

# text, creators, sources
CAPTIONS = [
    ("The quay at dusk. Photo: Ann Poe", ["Ann Poe"], []),
    ("The quay at dusk. PHOTO: Ann Poe / Harbour Gazette", ["Ann Poe"], ["Harbour Gazette"]),
    ("The quay at dusk. (Photo by Ann Poe for the Harbour Trust)", ["Ann Poe"], ["Harbour Trust"]),
    ("The quay at dusk. (AP Photo/Ann Poe, File)", ["Ann Poe"], ["AP"]),
    ("The quay at dusk. (Ann Poe/AFP via Getty Images)", ["Ann Poe"], ["AFP", "Getty Images"]),
    ("The quay at dusk. Ann Poe/Reuters", ["Ann Poe"], ["Reuters"]),
    ("The quay in Oslo REUTERS/Ann Poe", ["Ann Poe"], ["REUTERS"]),
    ("The quay at dusk, Maine. | Ann Poe/AP", ["Ann Poe"], ["AP"]),
    ("Boats lie at the quay.Ann Poe/Getty Images", ["Ann Poe"], ["Getty Images"]),
    ("The quay at dusk. © Ann Poe", ["Ann Poe"], []),
    ("The quay at dusk. Image courtesy of the Harbour Museum", [], ["Harbour Museum"]),
    ("The quay at dusk. Courtesy Harbour Museum, London", [], ["Harbour Museum, London"]),
    ("The quay at dusk Credit: Ann Poe/Harbour News", ["Ann Poe"], ["Harbour News"]),
    ("The quay. Credit...Ann Poe for The New York Times", ["Ann Poe"], ["The New York Times"]),
    ("The quay at dusk. Photographs by Ann Poe and Bob Roe", ["Ann Poe", "Bob Roe"], []),
    ("The quay at dusk. Fotos: Jörg Pohl, Anke Roth", ["Jörg Pohl", "Anke Roth"], []),
    ("The quay. Photo: Ann Poe (CC BY-SA 4.0)", ["Ann Poe"], []),
    ("The quay. Illustration by Ann Poe. Photo by Bob Roe.", ["Ann Poe", "Bob Roe"], []),
    ("The quay. Photo by Staff Sgt. Ann Poe", ["Ann Poe"], []),
    ("A pilot waves. U.S. Navy photo by Petty Officer 2nd Class Ann Poe", ["Ann Poe"], ["U.S. Navy"]),
    ("The quay. Photo: quaywatcher/Unsplash", ["quaywatcher"], ["Unsplash"]),
    ("The quay. Image: NASA/JPL-Caltech", [], ["NASA", "JPL-Caltech"]),
    (
        "The quay. Photo: The Harbour Trust via Wikimedia Commons",
        [],
        ["The Harbour Trust", "Wikimedia Commons"],
    ),
    ("Archive picture: Harbour Gazette", [], ["Harbour Gazette"]),
    ("Author portrait © Ann Poe. Free to use.", ["Ann Poe"], []),
    ("Left: the quay. Right: the sea. Pictures: Ann Poe/PA Wire", ["Ann Poe"], ["PA Wire"]),
    ("The quay. Photo: Smith & Sons Ltd", [], ["Smith & Sons Ltd"]),
    ("The quay. Crédit photo : Anne Poe / AFP", ["Anne Poe"], ["AFP"]),
    ("The quay. Photo: © Harbour Trust / Ann Poe", ["Ann Poe"], ["Harbour Trust"]),
    ("The quay. Photo: Ann Poe, Harbour Courier", ["Ann Poe"], ["Harbour Courier"]),
    ("The quay. (PRNewsfoto/Harbour Boats)", [], ["PR Newswire", "Harbour Boats"]),
    ("The quay. Photo: Carmen de la Cruz", ["Carmen de la Cruz"], []),
    ("The quay. Photo: Dr. Ann Poe / University of the Harbour", ["Ann Poe"], ["University of the Harbour"]),
    ("The quay. Picture by ANN POE", ["ANN POE"], []),
    ("The quay. (Handout via Reuters)", [], ["Reuters"]),
    ("The quay. Photo supplied by Ann Poe", ["Ann Poe"], []),
    ("The quay. Supplied: Harbour Trust", [], ["Harbour Trust"]),
    ("The quay. (Handout: Ann Poe)", ["Ann Poe"], []),
    ("The quay at dawn. Bob Roe / Coastal Press", ["Bob Roe"], ["Coastal Press"]),
    ("The quay. Drone photo: Skyline Media Ltd.", [], ["Skyline Media Ltd"]),
    ("The quay. Satellite image: Ann Poe/Reuters", ["Ann Poe"], ["Reuters"]),
    ("The quay. Family photo: Ann Poe", ["Ann Poe"], []),
    ("The quay. Fot. Jan Poe / Agencja Wybrzeże", ["Jan Poe"], ["Agencja Wybrzeże"]),
    ("Nurses at the quay, photographed by Tess O'Poe", ["Tess O'Poe"], []),
    ("Harboursport Aotearoa | Ann Poe", ["Ann Poe"], ["Harboursport Aotearoa"]),
    ("The quay. Quaypress/Ann Poe", ["Ann Poe"], ["Quaypress"]),
    ("The quay. Photo credit: www.harbour.example", [], ["www.harbour.example"]),
    ("The quay. Words and pictures by Ann Poe", ["Ann Poe"], []),
    ("The quay. 📷 Ann Poe", ["Ann Poe"], []),
    ("The quay. Photo – Ann Poe", ["Ann Poe"], []),
    ("Photo/Ann Poe", ["Ann Poe"], []),
    ("The quay. (Ann Poe photo)", ["Ann Poe"], []),
    ("The quay. Copyright: Ann Poe", ["Ann Poe"], []),
    ("The quay. © 2023 Ann Poe", ["Ann Poe"], []),
    ("Photograph © Ann Poe 2019", ["Ann Poe"], []),
    ("The quay. © UNICEF/UN0312/Poe", ["Poe"], ["UNICEF"]),
    ("Courtesy of the artist and Galerie Poe, Zurich", [], ["Galerie Poe, Zurich"]),
    ("The quay. All photos by Ann Poe unless otherwise noted.", ["Ann Poe"], []),
    ("Photos: Ann Poe (1, 3), Bob Roe (2)", ["Ann Poe", "Bob Roe"], []),
    ("The quay. Photo by Ann Poe, courtesy of the Harbour Trust", ["Ann Poe"], ["Harbour Trust"]),
    ("The quay. Photo: Ann Poe. Used with permission.", ["Ann Poe"], []),
    ("The quay. Photo: Ann Poe (@annpoe on Instagram)", ["Ann Poe"], []),
    ("The quay. Photos by Ann Poe (Instagram: @annpoe)", ["Ann Poe"], []),
    ("The quay. Image courtesy of the Harbour Archive (GH1207/P.31)", [], ["Harbour Archive"]),
    ("The quay. Photo courtesy of the Harbour Archive, p. 12", [], ["Harbour Archive"]),
    ("The quay. (Photo courtesy of the Poe family)", [], ["Poe family"]),
    ("Photo (attached): Ann Poe/Harbour News", ["Ann Poe"], ["Harbour News"]),
    ("The quay. Photo: Ann Poe-USA TODAY Sports", ["Ann Poe"], ["USA TODAY Sports"]),
]
NO_CAPTION_CREDITS = [
    "Image: the mayor, left, opens the hall",
    "Ann Poe poses for a photo with Bob Roe in Paris.",
    "A credit card sized computer",
    "The mayor, Ann Poe, and the Harbour Trust's Bob Roe",
    "Photographs from the war were shown.",
    "A shop, photographed by passers-by on Sunday",
    "The sport press at work",
    "Source: Harbour Statistics Office",
    "Chart: sales in 2014 and 2015",
    "Watch on YouTube",
    "Photos – Harbour Hall Tour",
    "Data courtesy of the Harbour Office",
    "Harbour Life Heating Pad",
]
# Running text, where only a label, or an agency joined by a slash, will do.
PARAGRAPHS = [
    ("The ferry left at nine. (Photo: Ann Poe)", [["Ann Poe"]]),
    ("Photo by Ann Poe. Wave to our crew on Twitter, @quay!", [["Ann Poe"]]),
    ("[PHOTO: The mayor signs. Credit: Ann Poe for Harbour CU]", [["Ann Poe", "Harbour CU"]]),
    ("The bridge. © Harbour Boats AB", [["Harbour Boats AB"]]),
    ("Interview: Ann Poe Pictures: Bob Roe 3 May 2018 4 min read", [["Bob Roe"]]),
    ("Pix: the quay, Bude. Ann Poe/Harbour News", [["Ann Poe", "Harbour News"]]),
    ("MOSCOW (AP) - The ferry left.", []),
    ("HARBOUR CITY, July 21, 2026 /PRNewswire/ --", []),
    ("TORONTO, Aug. 1 /CNW/ -", []),
    ("A Reuters/Ipsos poll (CNN/ORC) found so.", []),
    ("© 2022 Harbour Media", []),
    ("© Harbour Media Ltd 2022. ISSN 1234-5678.", []),
    ("Copyright © 2016 Harbour Inn. Powered by WordPress and Lighthouse.", []),
    ("Source: Reuters", []),
    (
        "Photos on this page by Ann Poe. Photo of the band courtesy the Harbour Gazette.",
        [["Ann Poe"], ["Harbour Gazette"]],
    ),
    ("A photo of the band in the paper was a courtesy the Harbour Gazette paid.", []),
    ("In a photo by Ann Poe the ferry leaves.", []),
    ("The photographer said that pictures of her were lost.", []),
    ("and/or the Harbour Trust", []),
    (
        'Photos (please credit "Harbour & Sea / Ann Poe") can be downloaded here.',
        [["Ann Poe", "Harbour & Sea"]],
    ),
    (
        "High-resolution images are online. Please credit: Ann Poe/Harbour Trust.",
        [["Ann Poe", "Harbour Trust"]],
    ),
    ("Please credit my account with the sum.", []),
    ("The image quality (image size: large) is poor.", []),
]


@pytest.mark.parametrize(("text", "creators", "sources"), CAPTIONS, ids=[row[0][-40:] for row in CAPTIONS])
def test_reads_the_credit_of_a_caption(text: str, creators: list[str], sources: list[str]) -> None:
    found = find_credits(text, is_caption=True)
    assert [(sorted(c.line.creators), sorted(c.line.sources)) for c in found] == [
        (sorted(creators), sorted(sources))
    ]


@pytest.mark.parametrize("text", NO_CAPTION_CREDITS)
def test_a_caption_without_credit_has_none(text: str) -> None:
    assert find_credits(text, is_caption=True) == []


@pytest.mark.parametrize(("text", "parties"), PARAGRAPHS)
def test_running_text_needs_more_than_a_name(text: str, parties: list[list[str]]) -> None:
    found = extract_photo_credits(reading_of(text))
    assert [[*credit.creators, *credit.sources] for credit in found] == parties


def test_a_credit_knows_its_words_caption_picture_and_licence() -> None:
    reading = reading_of(
        [
            ("paragraph", "The ferry left."),
            ("caption", "The quay at dusk. (Photo courtesy of Ann Poe, CC BY 2.0)"),
        ],
        page={"images": ((Image("https://harbour.example/quay.jpg"), 1),)},
    )
    (credit,) = extract_photo_credits(reading)
    assert reading.text[credit.start : credit.end] == credit.text == "Photo courtesy of Ann Poe, CC BY 2.0"
    assert credit.caption is not None
    assert credit.caption.text == "The quay at dusk."
    assert (credit.courtesy, credit.license, credit.image_url) == (
        True,
        "CC BY 2.0",
        "https://harbour.example/quay.jpg",
    )


def test_a_credit_on_its_own_line_belongs_to_the_caption_beside_it() -> None:
    blocks: list[tuple[Role, str]] = [("caption", "A bell on the quay."), ("photo_credit", "HBT/Kim Poe")]
    (credit,) = extract_photo_credits(reading_of(blocks))
    assert credit.caption is not None
    assert credit.caption.text == "A bell on the quay."
    assert (credit.creators, credit.sources) == (("Kim Poe",), ("HBT",))


def test_a_credit_in_attributes_counts_unless_the_text_repeats_it() -> None:
    images = ((Image("a.jpg", credit="Ann Poe/AFP"), 0), (Image("b.jpg", credit="Bob Roe"), None))
    found = extract_photo_credits(reading_of([("caption", "The quay. Ann Poe/AFP")], page={"images": images}))
    assert [(c.creators, c.text) for c in found] == [(("Ann Poe",), "Ann Poe/AFP"), (("Bob Roe",), "")]


def test_a_labelled_credit_in_the_alternative_text_of_a_picture_counts() -> None:
    alternatives = ("The quay (Photo by Ann Poe/AFP)", "Ann Poe at the quay", "Photo of the quay")
    images = tuple((Image(f"{i}.jpg", alt=alt), None) for i, alt in enumerate(alternatives))
    found = extract_photo_credits(reading_of([("paragraph", "It opened.")], page={"images": images}))
    assert [(c.creators, c.sources, c.image_url) for c in found] == [(("Ann Poe",), ("AFP",), "0.jpg")]


def test_a_name_that_the_post_uses_for_an_organisation_is_a_source() -> None:
    blocks: list[tuple[Role, str]] = [
        ("paragraph", "[[ORG|Lindholm Boren]] built it."),
        ("caption", "The bridge. © Lindholm Boren"),
    ]
    (credit,) = extract_photo_credits(reading_of(blocks))
    assert (credit.creators, credit.sources) == ((), ("Lindholm Boren",))


def test_a_dated_line_is_no_credit_even_where_the_page_says_so() -> None:
    assert extract_photo_credits(reading_of([("photo_credit", "By Ann Poe December 21, 2023")])) == ()


@pytest.mark.parametrize("role", ["title", "tags", "social", "source", "pre"])
def test_some_blocks_hold_no_credit(role: Role) -> None:
    assert extract_photo_credits(reading_of([(role, "Photo: Ann Poe")])) == ()


@given(st.text(alphabet="Ph o:t©/()[].,;AnnPby via|\n–", max_size=150), st.booleans())
def test_offsets_are_true_and_apart(text: str, is_caption: bool) -> None:
    found = find_credits(text, is_caption=is_caption)
    assert all(0 <= credit.start < credit.end <= len(text) for credit in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


@pytest.mark.parametrize(
    "unit",
    [
        "Photo: ",
        "(",
        "([",
        "© ",
        "A/",
        "Ann Poe, ",
        "a. ",
        "Photo by A. ",
        "(Photo: A/B) ",
        "and ",
        "  ",
        "top ",
    ],
)
@pytest.mark.parametrize("is_caption", [True, False])
def test_hostile_text_costs_linear_time(unit: str, is_caption: bool) -> None:
    text = unit * (40_000 // len(unit))
    started = time.perf_counter()
    find_credits(text, is_caption=is_caption)
    assert time.perf_counter() - started < 5


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference expressions are not here")
def test_reads_the_reference_credits_whole() -> None:
    rows = json.loads(REFERENCE.read_text(encoding="utf-8"))
    wrong = [row for row in rows if not _is_read(row)]
    assert len(wrong) <= (1 - WHOLE_LINES) * len(rows), [row.get("credit") or row["text"] for row in wrong]


def _is_read(row: dict[str, object]) -> bool:
    if row.get("negative"):
        return not any(find_credits(str(row["text"]), is_caption=beside) for beside in (True, False))
    caption = str(row["caption"] or "Boats lie at the harbour wall in the evening.")
    found = find_credits(f"{caption.rstrip('.|? ')}. {row['credit']}", is_caption=True)
    client = [row["client"]] if row["client"] else []
    wanted = _plain([*row["creators"], *row["organisations"], *client])  # type: ignore[misc]
    return len(found) == 1 and _plain([*found[0].line.creators, *found[0].line.sources]) == wanted


def _plain(names: list[str]) -> set[str]:
    """Names as the guidelines compare them: "AP Photo" and "AP" are equally right."""
    folded = (name.casefold().removeprefix("the ").strip(" .") for name in names)
    return {"ap" if name == "ap photo" else name for name in folded}
