"""Every pattern is found in each of its examples and in none of its counter-examples."""

from collections.abc import Iterator

import pytest

from pressparse.rules import Pattern, load_rules, topics


def patterns() -> Iterator[tuple[str, Pattern]]:
    for topic in topics():
        for pattern in load_rules(topic).patterns.values():
            yield f"{topic}.{pattern.name}", pattern


ALL = list(patterns())


@pytest.mark.parametrize(("name", "pattern"), ALL, ids=[name for name, _ in ALL])
def test_pattern_is_found_in_its_examples_alone(name: str, pattern: Pattern) -> None:
    assert pattern.examples, f"{name} has no example"
    assert pattern.counter_examples, f"{name} has no counter-example"
    missed = [text for text in pattern.examples if not pattern.regex.search(text)]
    spurious = [text for text in pattern.counter_examples if pattern.regex.search(text)]
    assert (missed, spurious) == ([], [])


def test_word_lists_hold_no_word_twice() -> None:
    for topic in topics():
        for name, words in load_rules(topic)._words.items():
            assert len(words) == len(set(words)), f"{topic}.{name}"
