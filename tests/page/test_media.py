"""HTML is told from plain text by what stands in it, in linear time."""

import time

import pytest

from pressparse.page.media import HTML, TEXT, media_type_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("\ufeff <!-- a -- b --> <!-- c -->\n<html>", HTML),
        ("<?xml version='1.0'?><!doctype html>", HTML),
        ("He wrote of <html> as a thing of the past.", HTML),
        ("If a < b and b > c.", TEXT),
    ],
)
def test_a_page_is_told_by_its_first_tag(text: str, kind: str) -> None:
    assert media_type_of(text) == kind


def test_many_comments_before_no_page_take_no_time() -> None:
    started = time.process_time()
    assert media_type_of("<!-- a -->" * 2000 + "words") == TEXT
    assert time.process_time() - started < 1
