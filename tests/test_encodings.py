"""Characters: by mark, by declaration, as UTF-8, or as they seem, and then with a stated confidence. Nothing spoilt is taken silently."""

import json
import re

import pytest

from readoutdiff import InputError, UsageError, read
from tests.conftest import DEMO
from tests.detection import CURLY
from tests.scripts import CHINESE, FRENCH, HEBREW, JAPANESE, RUSSIAN, TEXTS


def told(data, **options):
    """A document and what was told of how it was read."""
    notes: list[str] = []
    return read(data, name="story.txt", tell=notes.append, **options), notes


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_needs_no_guess(text, encoding):
    document, notes = told(text.encode(encoding))
    assert (document.text, notes) == (text, [])
    assert document.encoding == {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}.get(encoding, encoding)


@pytest.mark.parametrize(("encoding", "text"), TEXTS.items(), ids=TEXTS)
def test_an_encoding_is_detected_and_told(encoding, text):
    document, notes = told(text.encode(encoding))
    assert document.text == text
    assert notes == [note for note in notes if re.fullmatch(NOTE.format(re.escape(document.encoding)), note)]
    assert len(notes) == 1
    assert text.encode(document.encoding) == text.encode(encoding)


NOTE = r"story\.txt: read as {} \(detected, confidence \.\d\d\); name it with --encoding if that is wrong"


@pytest.mark.parametrize("text", [RUSSIAN, FRENCH, HEBREW, CURLY], ids=["ru", "fr", "he", "en"])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark(text, encoding):
    document, notes = told(text.encode(encoding))
    assert (document.text, document.encoding) == (text, encoding)
    assert "detected" in notes[0]


@pytest.mark.parametrize(("encoding", "text"), TEXTS.items(), ids=TEXTS)
def test_a_page_declares_its_encoding(encoding, text):
    page = f'<html><head><meta charset="{encoding}"><title>x</title></head><body><p>{text.strip()}</p></body></html>'
    document, notes = told(page.encode(encoding))
    assert (document.text, notes) == (text, [])
    old = page.replace(f'charset="{encoding}"', f'http-equiv="Content-Type" content="text/html; charset={encoding}"')
    assert told(old.encode(encoding))[0].text == text


@pytest.mark.parametrize(("encoding", "text"), TEXTS.items(), ids=TEXTS)
def test_a_declaration_that_does_not_fit_is_not_believed(encoding, text):
    page = f'<html><head><meta charset="utf-8"></head><body><p>{text.strip()}</p></body></html>'
    document, notes = told(page.encode(encoding))
    assert (document.text, len(notes)) == (text, 1)
    unknown = page.replace('"utf-8"', '"klingon"')
    assert told(unknown.encode("utf-8"))[0].text == text


def test_the_command_says_what_it_took(run, tmp_path):
    story = tmp_path / "story.txt"
    story.write_bytes(CURLY.encode("windows-1252"))
    done = run("compare", story, "-f", "json")
    assert (done.returncode, json.loads(done.stdout)["documents"][0]["encoding"]) == (0, "windows-1252")
    assert re.fullmatch(rf"readoutdiff: {NOTE.format('windows-1252')}\n", done.stderr.decode())
    named = run("compare", story, "-f", "json", "--encoding", "windows-1252")
    assert (named.stdout, named.stderr) == (done.stdout, b"")
    assert b"readoutdiff: standard input: read as" in run("segments", "-", stdin=CURLY.encode("windows-1252")).stderr


@pytest.mark.parametrize(
    "data", ["Le café est fermé".encode("windows-1252"), "He said “no” today.".encode("windows-1252"), "Да.".encode("windows-1251")]
)
def test_what_is_a_guess_is_refused(data):
    with pytest.raises(InputError, match=r"is not utf-8; it may be .*, but that is a guess \(confidence \.\d\d\); name its .* --encoding"):
        read(data)


@pytest.mark.parametrize("encoding", ["klingon", "hex", "rot13", "", "a\0b"])
def test_an_encoding_that_there_is_not(encoding):
    with pytest.raises(UsageError, match="no such encoding"):
        read(b"abc", encoding=encoding)


def spoilt(text, wrong):
    """Text as a program saves it that read it wrongly; a byte without a character it keeps."""
    return "".join(bytes([byte]).decode(wrong, "replace").replace("\ufffd", chr(byte)) for byte in text.encode()).encode()


@pytest.mark.parametrize("text", [CURLY, FRENCH, RUSSIAN, HEBREW, "It’s cold."], ids=["en", "fr", "ru", "he", "one"])
@pytest.mark.parametrize("wrong", ["windows-1252", "windows-1251", "latin-1"])
def test_a_text_that_was_read_wrongly_and_saved_so_is_refused(text, wrong):
    with pytest.raises(InputError, match=r"holds '.*' for '.*': it was read as windows-125\d and saved so; take the text from its source"):
        read(spoilt(text, wrong))


def test_what_is_wrong_is_shown_without_acting(run):
    done = run("compare", "-", stdin=spoilt(CURLY.replace("’", "”"), "latin-1"))
    assert done.returncode == 2
    assert done.stderr.decode().rstrip("\n").isprintable()


def test_who_names_the_encoding_insists():
    document, notes = told(spoilt(CURLY, "windows-1252"), encoding="utf-8")
    assert document.text.encode() == spoilt(CURLY, "windows-1252")
    assert len(notes) == 1
    assert "saved so" in notes[0]


def test_a_wrong_name_for_utf_8_is_refused():
    with pytest.raises(InputError, match=r"is utf-8, not windows-1251, which gives .* for .*; name it with --encoding utf-8"):
        read(CURLY.encode(), encoding="windows-1251")


def test_a_page_that_declares_wrongly_is_refused():
    page = f'<html><meta charset="windows-1252"><body><p>{FRENCH}</p></body></html>'.encode()
    with pytest.raises(InputError, match="is utf-8, not windows-1252"):
        read(page)
    assert read(page, encoding="utf-8").text == FRENCH


@pytest.mark.parametrize(
    "text",
    [
        *TEXTS.values(),
        CURLY,
        "Il a dit : «\u00a0Ah\u00a0!\u00a0» À l’ÉTÉ…",
        "Ã and Â are letters, and “â€™” is what they become.",
        "Un CAFÉ\u00a0!",
    ],
)
def test_no_sound_text_is_taken_for_a_spoilt_one(text):
    assert told(text.encode())[1] == []


def test_lost_characters():
    document, notes = told(DEMO.read_text(encoding="utf-8").replace("'", "\ufffd", 1).encode())
    assert document.text.count("\ufffd") == 1
    assert notes == ["story.txt: holds '\ufffd' in 1 place: characters were lost when it was made"]
    with pytest.raises(InputError, match=r"holds '\ufffd' in 3 places: characters were lost .*; take the text from its source"):
        read(CURLY.replace("’", "\ufffd", 3).encode())


def test_chinese_and_japanese_are_not_compared_but_read(run):
    for text, encoding in ((CHINESE, "gb18030"), (JAPANESE, "shift_jis")):
        done = run("compare", "-", "-f", "json", stdin=text.encode(encoding))
        assert (done.returncode, json.loads(done.stdout)["outcome"]) == (3, "language")
