"""The one exception a caller has to know."""


class PressparseError(Exception):
    """The library was used in a way that cannot work; the message says what to do instead.

    What a page contains never raises: a broken page gives a `Document` with `warnings`.

    Examples:
        >>> raise PressparseError("give a path, bytes or text")
        Traceback (most recent call last):
        ...
        pressparse.errors.PressparseError: give a path, bytes or text
    """
