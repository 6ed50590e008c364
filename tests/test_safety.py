"""Whatever an input holds, it is shown and never acts: through the command as a user runs it."""

import re

import pytest

from tests.conftest import DEMO

ACTING = {
    "a colour": "\x1b[31mred\x1b[0m",
    "a clearing of the screen": "\x1b[2J\x1b[H",
    "a title of the window": "\x1b]0;owned\x07",
    "a link": "\x1b]8;;http://example.org\x1b\\click\x1b]8;;\x1b\\",
    "an eight-bit escape": "\x9b31mred",
    "a backspace": "good\x08\x08\x08\x08evil",
    "a bell": "\x07",
    "a direction turned": "\u202eevil\u202c",
    "an isolate": "\u2067evil\u2069",
    "a zero-width space": "re\u200bfund",
    "a joiner": "re\u200dfund",
    "a byte-order mark": "re\ufefffund",
    "a tag": "re\U000e0041fund",
    "a line separator": "one\u2028two",
    "a carriage return": "good\revil",
    "markup": "[/bold][red]x[/red] [link=http://example.org]y[/link]",
}
_ACTS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]")


def harmless(done, status=0):
    """What a run wrote, in which nothing acts."""
    assert done.returncode == status, done.stderr
    assert _ACTS.findall(done.stdout.decode()) == _ACTS.findall(done.stderr.decode()) == []
    return done.stdout.decode()


def story_with(text):
    return DEMO.read_text(encoding="utf-8").replace("calm and quick", f"calm {text} and quick").encode()


@pytest.mark.parametrize("text", ACTING.values(), ids=ACTING)
def test_in_an_article(run, text):
    assert "quick" in harmless(run("compare", "-", "--evidence", stdin=story_with(text)))


@pytest.mark.parametrize("command", ["compare --width 100", "compare --width 60", "segments", "segments --explain 566"])
def test_in_every_report(run, command):
    story = story_with(" ".join(ACTING.values()))
    assert "Fin" in harmless(run(*command.split(), "-", stdin=story))
    coloured = run(*command.split(), "-", "--color", "always", stdin=story).stdout.decode()
    assert _ACTS.findall(re.sub(r"\x1b\[(0|[1-4](;[1-4])*|([1-4];)*38;5;\d+(;[1-4])*)m", "", coloured)) == []


def test_markup_is_shown_as_it_stands(run):
    assert ACTING["markup"] in harmless(run("compare", "-", stdin=story_with(ACTING["markup"])))


@pytest.mark.parametrize("name", ["a\x1b[31mb.txt", "a\u202eb.txt", "a[bold]b.txt", "a\x9bb.txt", "a\nb.txt", "a\u200bb.txt"])
def test_in_the_name_of_a_file(run, tmp_path, name):
    path = tmp_path / name
    harmless(run("compare", path, "--evidence"), status=2)  # no such file: the message names it
    path.write_bytes(DEMO.read_bytes())
    report = harmless(run("compare", path, "--evidence"))
    assert "words)" in report
    harmless(run("segments", path))


@pytest.mark.parametrize("text", [r"\u001b[31mRed\u001b[0m\u202eeM", r"[/bold]\u009b31mA\nB\u200b"])
def test_in_a_lexicon(run, tmp_path, text):
    lexicon = tmp_path / "mine.toml"
    lexicon.write_text(
        f'[[party]]\nid = "oz"\nname = "Oz {text}"\nadjective = "Ozian {text}"\nnames = ["Oz"]\n\n'
        f'[[topic]]\nid = "bricks"\nlabel = "Bricks {text}"\nterms = ["yellow bricks"]\n',
        encoding="utf-8",
    )
    oz, no = tmp_path / "oz.txt", tmp_path / "no.txt"
    oz.write_text("The Wizard of Oz spoke with the Prime Minister of Norway. They discussed yellow bricks and herring.", encoding="utf-8")
    no.write_text("The Prime Minister of Norway spoke with the Wizard of Oz. They discussed yellow bricks for roads.", encoding="utf-8")
    for width in ("100", "72"):
        harmless(run("compare", "--readout", f"oz={oz}", "--readout", f"no={no}", "--lexicon", lexicon, "--width", width, "--evidence"))
    harmless(run("compare", oz, no, "--sides", "oz,no", "--side", "us\x1b[31m", "--lexicon", lexicon), status=2)


def test_what_no_longer_fits_a_text_is_named_without_acting(run, tmp_path):
    corrections = tmp_path / "story.toml"
    story = tmp_path / "story.txt"
    story.write_text(DEMO.read_text(encoding="utf-8").replace("calm and quick", "calm \x1b[31m and quick"), encoding="utf-8")
    assert run("compare", story, "--save-corrections", corrections).returncode == 0
    lines = corrections.read_text(encoding="utf-8").replace("confirmed = false", "confirmed = true")
    corrections.write_text(lines, encoding="utf-8")
    text = "Finland and Estonia spoke. Bread rose, the Finnish ministry said. It fell, the Estonian ministry said."
    story.write_text(text, encoding="utf-8")
    done = run("compare", story, "--corrections", corrections)
    assert done.stderr
    harmless(done, done.returncode)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_what_the_output_cannot_carry_is_replaced(run, encoding):
    story = DEMO.read_text(encoding="utf-8").replace("calm and quick", "calm, 平静, هادئ, žlutý and ‘quick’").encode()
    for options in (["--evidence"], ["--width", "60"], ["--width", "100", "--color", "always"]):
        done = run("compare", "-", *options, stdin=story, PYTHONIOENCODING=encoding)
        assert (done.returncode, done.stderr) == (0, b"")
        assert "= both" in done.stdout.decode(encoding)
    assert run("segments", "-", stdin=story, PYTHONIOENCODING=encoding).returncode == 0
    assert run("--help", PYTHONIOENCODING=encoding).returncode == 0


def test_a_dumb_terminal_gets_no_colour(run):
    assert b"\x1b" not in run("compare", DEMO, TERM="dumb").stdout
    assert b"\x1b" in run("compare", DEMO, TERM="dumb", FORCE_COLOR="1").stdout


def test_a_files_name_does_not_act_where_its_encoding_is_told(run, tmp_path):
    file = tmp_path / "a\x1b[31m\u202eb.txt"
    file.write_bytes(
        "Президент и премьер-министр обсудили по телефону поставки зерна и договорились о новой встрече.".encode("windows-1251")
    )
    done = run("segments", file)
    assert done.returncode == 0
    assert "windows-1251" in done.stderr.decode()
    assert "\x1b" not in done.stderr.decode()
    assert "\u202e" not in done.stderr.decode()
