import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressparse.expressions.addresses import find_emails, find_phones, find_urls

EMAILS = [
    ("Contact: Ann Poe, ann.poe@harbour.example, today", ["ann.poe@harbour.example"]),
    ("mail press@harbour.co.uk.", ["press@harbour.co.uk"]),
    ("<ann@harbour.example>; bob@quay.example", ["ann@harbour.example", "bob@quay.example"]),
    ("ann [at] harbour [dot] org", ["ann@harbour.org"]),
    ("ann(at)harbour.example", ["ann@harbour.example"]),
    ("ANN AT HARBOUR DOT ORG", ["ANN@HARBOUR.ORG"]),
    ("Find us: @quay@mastodon.example", []),
    ("we met at harbour.example", []),
    ("@harbour and 5 @ 3.50", []),
]
PHONES = [
    ("207-555-0142", ["207-555-0142"]),
    ("Call (202) 555-0143, ext. 12.", ["(202) 555-0143, ext. 12"]),
    ("+44 (0)20 7946 0000 or +47 22 555 01 42", ["+44 (0)20 7946 0000", "+47 22 555 01 42"]),
    ("0117 496 0123", ["0117 496 0123"]),
    ("Tel: 555-0143", ["555-0143"]),
    ("T: 022 555 12 34", ["022 555 12 34"]),
    ("1-800-FLOWERS", ["1-800-FLOWERS"]),
    ("1 866 555 0137.", ["1 866 555 0137"]),
    ("mobile 98765 43210", ["98765 43210"]),
    ("between 2012-2013 and 02-05-2014", []),
    ("10 000 000 people, 1,207,555 votes, 3.25 million", []),
    ("ISBN 978-3-16-148410-0", []),
    ("won 21-19, 21-17", []),
    ("$1,200,000,000", []),
    ("on 2014-05-02 12:30", []),
]
URLS = [
    ("https://harbour.example/a?b=1#c.", ["https://harbour.example/a?b=1#c"]),
    ("(see www.harbour.example/a_(b))", ["www.harbour.example/a_(b)"]),
    ("Like facebook.com/harbour, or t.me/harbour!", ["facebook.com/harbour", "t.me/harbour"]),
    ("visit harbour.org.uk today", ["harbour.org.uk"]),
    ("It is over.In May we rest. 3.25 million, e.g. U.N.", []),
    ("ann@harbour.example", []),
    ("<https://harbour.example/u/88>", ["https://harbour.example/u/88"]),
]


@pytest.mark.parametrize(("text", "expected"), EMAILS)
def test_finds_emails(text: str, expected: list[str]) -> None:
    assert [a.value for a in find_emails(text)] == expected


@pytest.mark.parametrize(("text", "expected"), PHONES)
def test_finds_phones(text: str, expected: list[str]) -> None:
    assert [a.text for a in find_phones(text)] == expected


@pytest.mark.parametrize(("text", "expected"), URLS)
def test_finds_urls(text: str, expected: list[str]) -> None:
    assert [a.text for a in find_urls(text)] == expected


@given(st.text(alphabet="ab1 0+-.@()[]/\n_twx:é", max_size=200))
def test_offsets_are_true_and_ordered(text: str) -> None:
    for find in (find_emails, find_phones, find_urls):
        found = find(text)
        assert all(text[a.start : a.end] == a.text for a in found)
        assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@pytest.mark.parametrize(
    "unit", ["a", "a.", "1", "1 ", "01 2", "+1 ", "a@", "(", "www.", "a-", "Tel 1 ", "[at]", " AT a"]
)
def test_hostile_input_costs_linear_time(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    started = time.perf_counter()
    for find in (find_emails, find_phones, find_urls):
        find(text)
    assert time.perf_counter() - started < 5
