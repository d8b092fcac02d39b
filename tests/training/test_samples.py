"""Corpora to samples, and the ways samples are reprinted."""

from __future__ import annotations

import gzip
import random
from dataclasses import replace
from pathlib import Path

import pytest
from spacy.vocab import Vocab

pytest.importorskip("tomllib", reason="training needs Python 3.11")

from training.augment import (
    curl_quotes,
    join_blocks,
    pool_names,
    print_as_headline,
    rename,
    straighten_quotes,
    swap_names,
)
from training.convert import with_entities
from training.convert_names import press_sample
from training.convert_trees import tree_samples
from training.labels import MARK_IDS, possible_marks
from training.sample import Sample, read_samples, stacked, write_samples
from training.world_names import People, WorldNames, letter_habits

TREES = """\
# newdoc id = one
# newpar
1\t"\t"\tPUNCT\t``\t_\t2\tpunct\t_\tSpaceAfter=No
2\tStop\tstop\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
3\t"\t"\tPUNCT\t''\t_\t2\tpunct\t_\t_

# newpar
1-2\tcan't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
1\tca\tcan\tAUX\tMD\t_\t0\troot\t_\t_
2\tn't\tnot\tPART\tRB\t_\t1\tadvmod\t_\t_
3\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_

# newdoc id = two
1\tLima\tLima\tPROPN\tNNP\t_\t0\troot\t_\t_

"""


@pytest.fixture
def trees(tmp_path: Path) -> list[Sample]:
    path = tmp_path / "trees.conllu.gz"
    path.write_bytes(gzip.compress(TREES.encode()))
    return list(tree_samples(path, "toy"))


def test_trees_are_cut_at_documents_and_parted_at_paragraphs(trees: list[Sample]) -> None:
    assert [tree.text for tree in trees] == ['"Stop"\n\ncan\'t. ', "Lima "]


def test_trees_keep_heads_across_the_blank_line(trees: list[Sample]) -> None:
    doc = trees[0].to_doc(Vocab())
    assert [(token.text, token.head.text, token.dep_) for token in doc][3:6] == [
        ("\n\n", '"', "dep"),
        ("ca", "ca", "ROOT"),
        ("n't", "ca", "advmod"),
    ]
    assert [sent.text for sent in doc.sents] == ['"Stop"\n\n', "can't."]


def test_quotes_curl_by_their_tags(trees: list[Sample]) -> None:
    assert curl_quotes(trees[0]).text == "“Stop”\n\ncan’t. "
    assert straighten_quotes(curl_quotes(trees[0])).text == trees[0].text


def test_quotes_without_tags_curl_by_their_spaces() -> None:
    sample = press_sample('("No," she said.) "Why?"', "press/x")
    assert curl_quotes(sample).text == "(“No,” she said.) “Why?”"


def test_press_marks_become_entities_and_leave_the_text() -> None:
    sample = press_sample("[[ORG|Acme Inc.]] named [[PERSON|Ana Ruiz]] to its board.", "press/x")
    assert sample.text == "Acme Inc. named Ana Ruiz to its board."
    assert [(" ".join(sample.words[a:b]), label) for a, b, label in sample.ents or []] == [
        ("Acme Inc.", "ORG"),
        ("Ana Ruiz", "PERSON"),
    ]


def test_a_mark_inside_a_word_is_left_open() -> None:
    sample = press_sample("A [[GPE|U.S.]]-based firm", "press/x")
    assert sample.ents == []
    assert [sample.words[i] for i in sample.unknown or []] == ["U.S.-based"]


def test_entities_are_carried_over_to_trees_cut_into_other_words() -> None:
    trees = [
        Sample("toy", ["He", "saw", "''", "New", "York", "''", "and", "left", "on", "Monday"], [True] * 10)
    ]
    names = [
        Sample("x", ["He", "saw", '"'], [True] * 3, ents=[]),
        Sample("x", ["New", "York", '"', "and", "left", "on", "Monday"], [True] * 7, ents=[(0, 2, "LOC")]),
    ]
    (tree,) = with_entities(trees, names)
    assert tree.unknown == [2, 3, 4, 5]  # between the two sure meetings nothing is known


def test_entities_of_another_text_are_not_carried_over() -> None:
    trees = [Sample("toy", [f"word{n}" for n in range(40)], [True] * 40)]
    names = [Sample("x", [f"other{n}" for n in range(40)], [True] * 40, ents=[])]
    with pytest.raises(ValueError, match="part at"):
        list(with_entities(trees, names))


def test_what_a_corpus_never_marks_stays_possible() -> None:
    web = Sample("ewt-train", ["mayor", "of", "Lima"], [True] * 3, ents=[(2, 3, "LOC")], unknown=[])
    press = Sample("press/a", ["mayor", "of", "Lima"], [True] * 3, ents=[(2, 3, "LOC")], unknown=[])
    assert MARK_IDS["B-TITLE"] in possible_marks(web)[0]
    assert possible_marks(press)[0] == [MARK_IDS["O"]]
    assert possible_marks(web)[2] == [MARK_IDS["B-GPE"]]
    assert possible_marks(press)[2] == [MARK_IDS["B-LOC"]]


def test_blocks_are_stacked_without_touching_the_originals() -> None:
    upper, lower = (press_sample(line, "press/x") for line in ("[[GPE|Lima]] wins ", "[[PERSON|Ana]] cheers"))
    page = join_blocks([upper, lower])
    assert page.text == "Lima wins\n\nAna cheers"
    assert page.ents == [(0, 1, "GPE"), (3, 4, "PERSON")]
    assert stacked(upper, lower) == page


def test_names_are_swapped_for_others_of_their_kind_and_length() -> None:
    lines = ["[[PERSON|Ana Ruiz]] of [[GPE|Lima]]", "[[PERSON|Bo Ek]] of [[GPE|Oslo]]"]
    samples = [press_sample(line, "press/x") for line in lines]
    rng = random.Random(0)
    texts = {swap_names(samples[0], pool_names(samples), rng).text for _ in range(500)}
    assert texts == {f"{who} of {where}" for who in ("Ana Ruiz", "Bo Ek") for where in ("Lima", "Oslo")}


WORLD = WorldNames(
    [People(["Bo"], ["Ek"], family_first=False)], ["Dr"], {1: [["Oslo"]]}, letter_habits(["Mira"])
)


def renamed(line: str) -> set[tuple[str, ...]]:
    """All that renaming makes of a line: its text, then the text of each entity."""
    sample, rng = press_sample(line, "press/x"), random.Random(0)
    samples = [rename(sample, WORLD, frozenset({"shipping"}), rng) for _ in range(300)]
    return {(s.text, *(" ".join(s.words[start:end]) for start, end, _ in s.ents or [])) for s in samples}


def test_a_person_gets_another_name_of_any_length() -> None:
    names = {name for _, name in renamed("said [[PERSON|Ana Ruiz]].")}
    assert {"Ana Ruiz", "Bo Ek"} < names
    assert max(len(name.split()) for name in names) == 5
    assert {name.split()[0] for name in names} == {
        "Ana",
        "Bo",
        "Mira",
    }  # their own, a listed and a made-up one
    assert {name.split()[-1] for name in names} == {"Ruiz", "Ek", "Mira"}


def test_forms_of_address_change_with_the_person() -> None:
    assert {text for text, _ in renamed("Mr. [[PERSON|Ruiz]] won")} > {"Mr. Ruiz won"}
    assert ("Dr. Ruiz won", "Ruiz") in renamed("Dr. [[PERSON|Ruiz]] won")


def test_words_that_say_something_stay_in_a_name() -> None:
    assert {name for _, name in renamed("[[ORG|Norvik Shipping]] won")} == {
        "Norvik Shipping",
        "Mira Shipping",
    }


def test_capitals_stay_capitals() -> None:
    assert {text for text, _ in renamed("IN [[GPE|LIMA]]")} == {"IN LIMA", "IN OSLO"}


def test_roles_are_never_renamed() -> None:
    assert renamed("[[TITLE|Mayor]]") == {("Mayor", "Mayor")}


def test_a_longer_name_keeps_tree_and_neighbours(trees: list[Sample]) -> None:
    sample = replace(trees[0], ents=[(1, 2, "PERSON")], unknown=[0, 3])
    wide = sample.widened(1, 2)
    assert wide.words[1:4] == [sample.words[1]] * 3
    assert wide.ents == [(1, 4, "PERSON")]
    assert wide.unknown == [0, 5]
    heads = [head + 2 if head > 1 else head for head in sample.heads or []]
    assert wide.heads == [*heads[:2], 1, 1, *heads[2:]]
    assert wide.deps == [*sample.deps[:2], "flat", "flat", *sample.deps[2:]]
    assert wide.text.split()[-1] == sample.text.split()[-1]


def test_headlines_keep_their_words_apart() -> None:
    assert print_as_headline(press_sample("Acme names Ruiz", "press/x")).words == ["ACME", "NAMES", "RUIZ"]


def test_samples_survive_being_written(tmp_path: Path, trees: list[Sample]) -> None:
    press = press_sample("[[GPE|Lima]] wins", "press/x")
    write_samples(tmp_path / "s.jsonl.gz", [*trees, press])
    assert list(read_samples(tmp_path / "s.jsonl.gz")) == [*trees, press]
