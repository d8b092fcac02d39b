"""No page breaks the reader, loses what it shows without a word, or takes more than it may."""

import multiprocessing
import resource
import time
from multiprocessing.connection import Connection

import pytest

from page.hostile_pages import BYTES, KEPT, MARKUP
from page.test_read import check
from pressparse.page.decode import decode
from pressparse.page.read import read_html

SECONDS = 5
MEGABYTES = 400


def test_there_are_enough_of_them():
    assert len(MARKUP) + len(BYTES) >= 60


@pytest.mark.parametrize("name", [*MARKUP, *BYTES])
def test_hostile_page_is_read_whole_and_in_bounds(name):
    fork = multiprocessing.get_context("fork")  # a process each: the peak is the page's own
    answer, question = fork.Pipe(duplex=False)
    process = fork.Process(target=read_apart, args=(name, question))
    process.start()
    question.close()
    shown, missing, seconds, megabytes = answer.recv()  # EOFError where the reader raised
    process.join()
    assert not missing
    assert seconds < SECONDS
    assert megabytes < MEGABYTES
    assert shown


def read_apart(name: str, question: Connection) -> None:
    """Read one page; what is sent: whether it was read, whether words are missing, seconds, megabytes."""
    source = MARKUP[name]() if name in MARKUP else BYTES[name]()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.process_time()
    decoded = decode(source) if isinstance(source, bytes) else None
    html = decoded.text if decoded else source
    reading = read_html(html)
    seconds = time.process_time() - started
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    check(reading)
    warned = bool(reading.warnings or (decoded and decoded.warnings))
    kept = any(KEPT in post.post.text.replace("\n", " ") for post in reading.posts)
    question.send((True, KEPT in html and not kept and not warned, seconds, grown))
