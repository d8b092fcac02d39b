"""Bytes become text, whatever the page says of its encoding."""

import pytest

from pressparse.page.decode import decode

UTF8, CP1252 = "utf-8", "windows-1252"


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (b"plain", "plain", UTF8),
        ("\ufeffcafé".encode(), "café", UTF8),
        ("café".encode("utf-16"), "café", "utf-16le"),
        ("<p>café</p>".encode("utf-16-le"), "<p>café</p>", "utf-16-le"),
        ("“Gardaí” – €2,500".encode("cp1252"), "“Gardaí” – €2,500", CP1252),
        (b'<meta charset="iso-8859-1"><p>\x93quoted\x94', '<meta charset="iso-8859-1"><p>“quoted”', CP1252),
        ('<meta charset="iso-8859-1"><p>naïve'.encode(), '<meta charset="iso-8859-1"><p>naïve', UTF8),
        (
            '<meta charset="shift_jis"><p>日本'.encode("shift_jis"),
            '<meta charset="shift_jis"><p>日本',
            "shift_jis",
        ),
        (
            '<meta charset="iso-2022-jp"><p>日本'.encode("iso-2022-jp"),
            '<meta charset="iso-2022-jp"><p>日本',
            "iso2022_jp",
        ),
        (
            '<meta charset="no-such-code"><p>naïve'.encode("cp1252"),
            '<meta charset="no-such-code"><p>naïve',
            CP1252,
        ),
    ],
)
def test_text_is_read_with_the_encoding_it_has(data: bytes, text: str, encoding: str) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.encoding) == (text, encoding)
    assert not decoded.warnings


def test_http_charset_counts_where_the_bytes_are_not_utf8() -> None:
    assert decode("Привет".encode("koi8-r"), charset="koi8-r").text == "Привет"


@pytest.mark.parametrize(
    ("data", "text", "code"),
    [
        (b'<meta charset="utf-8">' + "café naïve".encode("cp1252"), "café naïve", "wrong_charset"),
        (
            b'<meta charset="utf-8">' + "“ëïöü” ".encode() * 9 + b"\x93x\x94",
            "“ëïöü” " * 9 + "“x”",
            "repaired_encoding",
        ),
        (b'<meta charset="ascii">\x81', "�", "undecodable_bytes"),
    ],
)
def test_what_had_to_be_repaired_is_a_warning(data: bytes, text: str, code: str) -> None:
    decoded = decode(data)
    assert decoded.text.partition(">")[2] == text
    assert [w.code for w in decoded.warnings] == [code]


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7 ...", b"\x89PNG\r\n", b"PK\x03\x04zip", bytes(range(32)) * 40, b"\x00\x01\x02" * 99]
)
def test_what_is_no_text_gives_none_and_says_what_it_is(data: bytes) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.encoding) == ("", None)
    assert [w.code for w in decoded.warnings] == ["not_text"]


def test_a_character_cut_by_the_size_limit_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pressparse.page.decode.MAX_BYTES", 4)
    decoded = decode("abcé and more".encode())
    assert (decoded.text, [w.code for w in decoded.warnings]) == ("abc", ["page_too_large"])
