"""Long texts are cut into stretches that fit, at blank lines and full stops."""

from __future__ import annotations

import pytest

from pressparse.nlp.accurate.windows import _BATCH_PIECES, _WINDOW_PIECES, Window, batches, cut_windows


def cut(tokens: list[str], pieces: int = 1) -> list[Window]:
    return list(cut_windows(7, tokens, lambda _: pieces))


def test_white_space_is_left_out_and_places_are_kept() -> None:
    (window,) = cut(["\n", "Acme", " ", "won", "."])
    assert window == Window(7, (1, 3, 4), ("Acme", "won", "."), 3)


@pytest.mark.parametrize(
    ("space", "count"), [("\n\n", 2), (" \n \n", 2), ("\n", 1), ("  ", 1), ("\u2028", 1), ("\r\n\r\n", 2)]
)
def test_a_blank_line_parts(space: str, count: int) -> None:
    assert len(cut(["One", space, "Two"])) == count


@pytest.mark.parametrize("tokens", [[], ["\n"], [" ", "\n\n"]])
def test_no_words_no_windows(tokens: list[str]) -> None:
    assert cut(tokens) == []


def test_what_is_too_long_is_cut_after_a_sentence() -> None:
    sentence = ["“", *["word"] * 50, ".", "”"]
    windows = cut(sentence * 20)
    assert all(window.words[-2:] == (".", "”") for window in windows)
    assert [word for window in windows for word in window.words] == sentence * 20


@pytest.mark.parametrize("pieces", [1, 5, 6])
def test_a_run_without_a_full_stop_is_cut_all_the_same(pieces: int) -> None:
    windows = cut(["word"] * 2000, pieces)
    assert max(window.pieces for window in windows) <= _WINDOW_PIECES
    assert [place for window in windows for place in window.places] == list(range(2000))


def test_one_early_full_stop_in_a_long_run_costs_no_more_than_a_sentence_too_many() -> None:
    windows = cut([*["word"] * 3, ".", *["word"] * 2000])
    assert max(window.pieces for window in windows) <= _WINDOW_PIECES + 6


def test_batches_hold_every_window_once_and_stay_within_bounds() -> None:
    windows = cut((["word"] * 37 + ["\n\n"] + ["word"] * 3 + ["\n\n"]) * 200)
    made = list(batches(windows))
    assert sorted(window.places for batch in made for window in batch) == [w.places for w in windows]
    assert all(max(w.pieces for w in batch) * len(batch) <= _BATCH_PIECES for batch in made)
    assert list(batches([])) == []
