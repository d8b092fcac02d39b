import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hand_built import reading_of
from pressparse.document import Role
from pressparse.extract.contacts import extract_contacts
from pressparse.page.raw import Link

# contact block, (name, organization, email, phone) of each contact
BLOCKS = [
    (
        "Media Contact:\nAnn Poe\nHarbour Boats Inc.\npress@harbour.example\n207-555-0142",
        [("Ann Poe", "Harbour Boats Inc", "press@harbour.example", "207-555-0142")],
    ),
    (
        "Contact: Ann Poe, Harbour Community Bank\n316-555-0190 | apoe@harbour.example",
        [("Ann Poe", "Harbour Community Bank", "apoe@harbour.example", "316-555-0190")],
    ),
    (
        "Harbour Boats Corp.\nInvestors:\nAnn Poe, 612-555-0117\nir@harbour.example\n"
        "Media:\nBob Roe, 612-555-0173\nmedia@harbour.example",
        [("Ann Poe", "Harbour Boats Corp", "ir@harbour.example", "612-555-0117"),
         ("Bob Roe", "Harbour Boats Corp", "media@harbour.example", "612-555-0173")],
    ),
    (
        "For more information, please contact:\nAnn Poe, Information Officer, "
        "HBT, Oslo, apoe@harbour.example, +47 22 55 01 43",
        [("Ann Poe", "HBT", "apoe@harbour.example", "+47 22 55 01 43")],
    ),
    (
        "For more information, please contact Ann Poe at ann@harbour.example or on 01224 555 061.",
        [("Ann Poe", None, "ann@harbour.example", "01224 555 061")],
    ),
    (
        "Ms. Ann van der Poe\nHead of Communications\nTel: +31 20 555 0143\n"
        "Fax: +31 20 555 0144\nE-mail: avdpoe [at] harbour.example",
        [("Ann van der Poe", None, "avdpoe@harbour.example", "+31 20 555 0143")],
    ),
    (
        "Ann Poe (Harbour Trust): 020 7946 0000, ann@harbour.example; "
        "Bob Roe (Quay Agency): 020 7946 0001, bob@quay.example",
        [("Ann Poe", "Harbour Trust", "ann@harbour.example", "020 7946 0000"),
         ("Bob Roe", "Quay Agency", "bob@quay.example", "020 7946 0001")],
    ),
    (
        "CONTACTS\nAnn Poe and Bob Roe\nHarbour Trust\nann.poe@harbour.example\nbob.roe@harbour.example",
        [("Ann Poe", "Harbour Trust", "ann.poe@harbour.example", None),
         ("Bob Roe", "Harbour Trust", "bob.roe@harbour.example", None)],
    ),
    (
        "Press Office\nHarbour Council\n01632 960 001\npressoffice@harbour.example",
        [("Press Office", "Harbour Council", "pressoffice@harbour.example", "01632 960 001")],
    ),
    (
        "Ann Poe, VP Communications\nQuay Communications\nann@quay.example",
        [("Ann Poe", "Quay Communications", "ann@quay.example", None)],
    ),
    ("Press enquiries: press@harbour.example", [(None, None, "press@harbour.example", None)]),
    ("Ann Poe\nHarbour Grid\nann@quay.example", [("Ann Poe", "Harbour Grid", "ann@quay.example", None)]),
    ("Kestrel Grid\nAnn Poe\nann@quay.example", [("Ann Poe", "Kestrel Grid", "ann@quay.example", None)]),
    ("Ann Poe\nHarbour Trust\n12 Quay Street, Harbour HB1 2QX", []),
    (
        "Contacts:\nHarbour Trust\nAnn Poe, +1 212 555 0100\nann@harbour.example\n"
        "Quay Agency for Harbour Trust\nBob Roe, +1 212 555 0101\nbob@quay.example",
        [("Ann Poe", "Harbour Trust", "ann@harbour.example", "+1 212 555 0100"),
         ("Bob Roe", "Quay Agency", "bob@quay.example", "+1 212 555 0101")],
    ),
    (
        "Media Contacts\nAnn Poe / Bob Roe\nHarbour Trust\n212-555-0100 / 212-555-0101\n"
        "ann@harbour.example / bob@harbour.example",
        [("Ann Poe", "Harbour Trust", "ann@harbour.example", "212-555-0100"),
         ("Bob Roe", "Harbour Trust", "bob@harbour.example", "212-555-0101")],
    ),
    (
        "Quay Partners\nLena Sund / Kofi Roe\n+44 (0)20 7946 0200\nharbour@quay.example",
        [("Lena Sund", "Quay Partners", "harbour@quay.example", "+44 (0)20 7946 0200"),
         ("Kofi Roe", "Quay Partners", "harbour@quay.example", "+44 (0)20 7946 0200")],
    ),
    (
        "For Harbour Lines\nAnn Poe\nann@harbour.example\nMedia contact for Quay PR\nBob Roe\nbob@quay.example",
        [("Ann Poe", "Harbour Lines", "ann@harbour.example", None),
         ("Bob Roe", "Quay PR", "bob@quay.example", None)],
    ),
    (
        "Contact:\nHarbour plc +44 20 7946 0100\nAnn Poe, Chief Executive",
        [("Ann Poe", "Harbour plc", None, "+44 20 7946 0100")],
    ),
    (
        "Contact: Jovesa Poe in Suva (jovesa@reef.example, +679 555 0100) or Lani Roe in Apia "
        "(lani@reef.example)",
        [("Jovesa Poe", None, "jovesa@reef.example", "+679 555 0100"),
         ("Lani Roe", None, "lani@reef.example", None)],
    ),
    ("Press contact: Captain Ilse Poe (Ret.), ilse@harbour.example",
     [("Ilse Poe", None, "ilse@harbour.example", None)]),
    ("Please email Ann Poe at ann@harbour.example", [("Ann Poe", None, "ann@harbour.example", None)]),
    ("Reach Ann Poe at 555-201-0100 or ann@courier.example.", []),
    ("/CONTACT: Ann Poe, Public Relations, Harbour LLP, +1 717-982-8194, apoe@harbour.example",
     [("Ann Poe", "Harbour LLP", "apoe@harbour.example", "+1 717-982-8194")]),
    ("Ann Poe, Press Officer\nT: 01632 960118\nE: ann@harbour.example\nM: 07700 900001",
     [("Ann Poe", None, "ann@harbour.example", "01632 960118")]),
    ("Ann Poe, 01632 960118\nOut of hours: duty press desk, 07700 900463",
     [("Ann Poe", None, None, "01632 960118"), ("duty press desk", None, None, "07700 900463")]),
]  # fmt: skip
PARAGRAPHS = [
    ("For further information contact: Ann Poe, ann@harbour.example.", ["Ann Poe"]),
    ("To arrange an interview with the director, please call Ann Poe on 01632 960 001.", ["Ann Poe"]),
    ("To interview Dr. Roe, email Ann Poe, ann@harbour.example.", ["Ann Poe"]),
    ("Questions? Call the newsroom at 555-201-0177.", ["newsroom"]),
    ("If you have questions, write to Ann Poe, ann@harbour.example.", ["Ann Poe"]),
    (
        "Ms Ann Roe-Poe, Press Attaché, Embassy of Ardland, tel. 06 555 0110, press@mfa.example",
        ["Ann Roe-Poe"],
    ),
    ("Ann Poe, 555-201-0100, ann@harbour.example (media)", ["Ann Poe"]),
    ("Questions? Write to us at hello@harbour.example. Photo: Bob Roe", []),
    ("Ann Poe, who can be mailed at ann@harbour.example, left at nine.", []),
    ("Contact with the ship was lost.", []),
    ("To dial in, ring 1-877-555-0142, conference ID 3382715.", []),
]


@pytest.mark.parametrize(("text", "expected"), BLOCKS, ids=[row[0][:30] for row in BLOCKS])
def test_reads_a_contact_block(text: str, expected: list[tuple[str | None, ...]]) -> None:
    found = extract_contacts(reading_of([("contact", text)]))
    assert [
        (c.name, c.organization and c.organization.rstrip("."), c.email, c.phone) for c in found
    ] == expected


@pytest.mark.parametrize(("text", "names"), PARAGRAPHS)
def test_a_paragraph_gives_a_contact_only_where_it_says_so(text: str, names: list[str]) -> None:
    assert [c.name for c in extract_contacts(reading_of(text))] == names


def test_neighbouring_blocks_are_read_together_and_the_span_is_true() -> None:
    blocks: list[tuple[Role, str]] = [
        ("paragraph", "The ferry left."),
        ("contact", "Media Contact"),
        ("contact", "Ann Poe\nann@harbour.example"),
        ("end_mark", "###"),
    ]
    reading = reading_of(blocks)
    (contact,) = extract_contacts(reading)
    assert reading.text[contact.span.start : contact.span.end] == contact.span.text
    assert contact.span.text.endswith("Ann Poe\nann@harbour.example")


def test_the_lines_before_a_contact_block_may_say_whose_it_is() -> None:
    blocks: list[tuple[Role, str]] = [
        ("paragraph", "The ferry left, said Bob Roe."),
        ("paragraph", "For interviews:"),
        ("heading", "Ms. Ann Poe, Press Officer, Harbour Trust"),
        ("contact", "Tel. +47 22 55 01 43, ann@harbour.example"),
    ]
    (contact,) = extract_contacts(reading_of(blocks))
    assert (contact.name, contact.organization) == ("Ann Poe", "Harbour Trust")
    assert contact.phone == "+47 22 55 01 43"


def test_prose_before_a_contact_block_is_none_of_it() -> None:
    blocks: list[tuple[Role, str]] = [
        ("paragraph", "The ferry left, said Bob Roe of the Quay Agency."),
        ("contact", "ann@harbour.example"),
    ]
    assert extract_contacts(reading_of(blocks)) == ()


def test_an_address_that_only_a_link_holds_counts() -> None:
    text = "Media contact: Ann Poe (e-mail)"
    link = Link(text.index("e-mail"), text.index("e-mail") + 6, "mailto:ann@harbour.example?subject=Ferry")
    (contact,) = extract_contacts(reading_of([("contact", text)], page={"links": (link,)}))
    assert (contact.name, contact.email) == ("Ann Poe", "ann@harbour.example")


def test_what_a_later_block_repeats_is_one_contact() -> None:
    line = "Press: Ann Poe, ann@harbour.example"
    assert (
        len(extract_contacts(reading_of([("contact", line), ("paragraph", "The end."), ("contact", line)])))
        == 1
    )


@given(st.text(alphabet="AnnPoe, contact:@.xample\n207-5550142()", max_size=150))
def test_spans_are_true_slices(text: str) -> None:
    reading = reading_of([("contact", text)])
    assert all(reading.text[c.span.start : c.span.end] == c.span.text for c in extract_contacts(reading))


@pytest.mark.parametrize(
    "unit", ["Ann Poe\n", "a@b.cc ", "207-555-0142, ", "contact: ", "Ann ", "x\n", "( ", "& "]
)
def test_hostile_blocks_cost_linear_time(unit: str) -> None:
    reading = reading_of([("contact", unit * (40_000 // len(unit)))])
    started = time.perf_counter()
    extract_contacts(reading)
    assert time.perf_counter() - started < 5
