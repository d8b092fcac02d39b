"""What the readers of a passage hand on: a quantity by its lexemes, before it becomes a `Number`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from pressparse.extract.numbers.amounts import Amount
from pressparse.extract.numbers.passage import Passage
from pressparse.records import Modifier, NumberKind
from pressparse.span import Span


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity in lexemes `[first, end)` of a passage.

    Attributes:
        amount_end: index after the amount, where its unit begins.
        is_hyphened: whether it qualifies what follows ("31-metre vessel").
        counted: the noun phrase that it counts.
        written: how its amount is written ("figures", "words", "vague", "fraction").
        scale: the factor that its words or letters give its figures ("million").
    """

    first: int
    end: int
    kind: NumberKind
    value: Fraction | None
    low: Fraction | None = None
    high: Fraction | None = None
    unit: str | None = None
    modifier: Modifier | None = None
    amount_end: int = 0
    is_hyphened: bool = False
    counted: Span | None = None
    written: str = "figures"
    scale: Fraction = Fraction(1)
    confidence: float = 0.9

    @classmethod
    def of(
        cls, amount: Amount, kind: NumberKind, *, first: int | None = None, end: int | None = None
    ) -> Quantity:
        """The quantity of an amount, in the lexemes around it."""
        return cls(
            amount.first if first is None else first,
            amount.end if end is None else end,
            kind,
            amount.value,
            amount.low,
            amount.high,
            amount_end=amount.end,
            written=amount.shape,
            scale=amount.scale,
        )

    def counting(self, passage: Passage, phrase: tuple[int, int] | None) -> Quantity:
        """With a noun phrase as what it counts, and through its end unless another number lies between."""
        if phrase is None:
            return self
        span = Span.of(passage.text, passage.at(phrase[0]).start, passage.at(phrase[1] - 1).end)
        has_number_inside = any(passage.is_number_word(i) for i in range(self.end, phrase[1]))
        end = self.end if has_number_inside else max(self.end, phrase[1])
        return replace(self, end=end, unit=span.text, counted=span)


def plain(number: Fraction | None) -> int | float | None:
    """An exact number as the JSON has it: an int where it is one, else a float."""
    if number is None:
        return None
    return number.numerator if number.denominator == 1 else float(number)
