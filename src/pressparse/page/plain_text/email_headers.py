"""The headers of an e-mailed release: who sent what, when."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pressparse.page.plain_text.lines import Line

_FIELD = re.compile(
    r"(?i)[*_]{0,2}(?P<name>from|to|cc|bcc|date|sent|subject|reply-to|sender|return-path|received|message-id|mime-version|"
    r"content-type|content-transfer-encoding|list-unsubscribe|list-id|importance|attachments?|x-[\w-]+)[*_]{0,2}:[*_]{0,2}\s+(?P<value>\S.*)"
)
_TELLING = frozenset({"from", "to", "date", "sent", "subject"})
_FORWARDED = re.compile(
    r"(?i)[-–—_*>\s]{0,40}(?:original message|(?:begin )?forwarded message:?|weitergeleitete nachricht)[-–—_*\s]{0,40}"
)
_LAST_START = 30
_LONGEST_NOTE = 4
_SUBJECT_PREFIX = re.compile(
    r"(?i)^(?:(?:re|fwd?|fw|aw|wg|tr)\s*:\s*|\[[^\]]{1,40}\]\s*"
    r"|(?:(?:press|news|media)\s+)?(?:release|advisory|statement)\s*:\s*)+"
)


def split_headers(lines: Sequence[Line]) -> tuple[dict[str, str], list[Line]]:
    r"""The header fields of a message by lower-case name, and the lines without them.

    Examples:
        >>> from pressparse.page.plain_text.lines import read_lines
        >>> split_headers(read_lines("From: a@b.example\nSubject: Fwd: Bridge opens\n\nThe bridge"))[0]
        {'from': 'a@b.example', 'subject': 'Bridge opens'}
    """
    start = _header_start(lines)
    if start is None:
        return {}, list(lines)
    fields, end = _read_fields(lines, start)
    return fields, [*([] if _is_covering_note(lines[:start]) else lines[:start]), *lines[end:]]


def _is_covering_note(before: Sequence[Line]) -> bool:
    """Whether the lines over the headers only pass the message on."""
    return len(before) <= _LONGEST_NOTE or any(_FORWARDED.fullmatch(line.text) for line in before)


def _header_start(lines: Sequence[Line]) -> int | None:
    for place, line in enumerate(lines[:_LAST_START]):
        if _FIELD.fullmatch(line.text):
            fields, _ = _read_fields(lines, place)
            if len(_TELLING & fields.keys()) >= 2:
                return place
    return None


def _read_fields(lines: Sequence[Line], start: int) -> tuple[dict[str, str], int]:
    fields: dict[str, str] = {}
    name = ""
    for place in range(start, len(lines)):
        line = lines[place]
        found = _FIELD.fullmatch(line.text)
        if place > start and line.gap and not found:
            return _settled(fields), place
        if found:
            name = found["name"].lower()
            fields.setdefault(name, found["value"])
        elif line.indent and name:
            fields[name] += " " + line.text
        else:
            return _settled(fields), place
    return _settled(fields), len(lines)


def _settled(fields: dict[str, str]) -> dict[str, str]:
    if "subject" in fields:
        fields["subject"] = _SUBJECT_PREFIX.sub("", fields["subject"]).strip("*_ ")
    return fields
