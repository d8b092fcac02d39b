"""Dates in print: where they stand in a text, and what day, month or year they mean.

find_dates   every date expression of a text
resolve      one expression, as ISO 8601
read_date    a string that is or holds one date ("Oct 3, 2018, 09:15 ET"), as ISO 8601 with its time
"""

from pressparse.expressions.dates.find import DateExpression, find_dates
from pressparse.expressions.dates.resolve import resolve
from pressparse.expressions.dates.timestamp import find_clock_times, read_date

__all__ = ["DateExpression", "find_clock_times", "find_dates", "read_date", "resolve"]
