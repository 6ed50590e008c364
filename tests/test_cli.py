"""The command line as a user meets it: what it writes, where, and with which exit status."""

import json
import os
import stat
from pathlib import Path

import pytest

from readoutdiff import InputError, read
from tests.conftest import DEMO, SAMPLES

READOUTS = SAMPLES / "victory-day-readouts"


def one_line(done):
    """The error, which must be one line and no traceback."""
    error = done.stderr.decode()
    assert error.startswith("readoutdiff: ")
    assert error.count("\n") == 1, error
    assert done.stdout == b""
    return error


def test_compare_an_article(run):
    done = run("compare", DEMO)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Finland" in done.stdout.decode()


def test_demo(run):
    done = run("demo")
    assert done.returncode == 0
    assert "engine failure" in done.stdout.decode()


def test_compare_readouts_by_side(run):
    done = run("compare", "--readout", f"Israel={READOUTS / 'il.txt'}", "--readout", f"ru={READOUTS / 'ru.txt'}", "-f", "json")
    answer = json.loads(done.stdout)
    assert done.returncode == 0
    assert (answer["mode"], [d["party"] for d in answer["documents"]]) == ("readouts", ["il", "ru"])


def test_compare_two_files_with_the_sides_detected(run):
    answer = json.loads(run("compare", READOUTS / "ru.txt", READOUTS / "il.txt", "-f", "json").stdout)
    assert [d["party"] for d in answer["documents"]] == ["ru", "il"]


def test_compare_two_files_with_the_sides_named(run):
    answer = json.loads(run("compare", READOUTS / "ru.txt", READOUTS / "il.txt", "--sides", "Russia,Israel", "-f", "json").stdout)
    assert [d["party"] for d in answer["documents"]] == ["ru", "il"]


def test_an_article_with_its_sides_named(run):
    answer = json.loads(run("compare", DEMO, "--sides", "Estonia,fi", "-f", "json").stdout)
    assert [(p["id"], p["why"]) for p in answer["parties"]] == [("ee", "named by the user"), ("fi", "named by the user")]


def test_an_article_beside_readouts(run):
    done = run("compare", SAMPLES / "victory-day-call" / "article.txt", "--readout", f"ru={READOUTS / 'ru.txt'}", "-f", "json")
    assert json.loads(done.stdout)["mode"] == "triangulated"


def test_standard_input(run):
    from_file = json.loads(run("compare", DEMO, "-f", "json").stdout)
    from_input = json.loads(run("compare", "-", "-f", "json", stdin=DEMO.read_bytes()).stdout)
    assert from_input["topics"] == from_file["topics"]
    assert from_input["documents"][0]["name"] == "standard input"


def test_output_goes_to_a_file_whole(run, tmp_path):
    out = tmp_path / "report.json"
    done = run("compare", DEMO, "-f", "json", "-o", out)
    assert (done.returncode, done.stdout) == (0, b"")
    assert json.loads(out.read_bytes())["outcome"] == "compared"
    assert [path.name for path in tmp_path.iterdir()] == ["report.json"]
    assert stat.S_IMODE(out.stat().st_mode) & 0o400


def test_a_failing_run_leaves_an_existing_file_as_it_was(run, tmp_path):
    out = tmp_path / "report.json"
    out.write_text("old")
    run("compare", tmp_path / "missing.txt", "-f", "json", "-o", out)
    assert out.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["report.json"]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("missing.txt", None, "no such file"),
        ("folder", "folder", "is a folder"),
        ("binary.txt", b"\x00\x01\x02\x03" * 40, "binary"),
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\t\n", "is empty"),
        ("latin.txt", "Le caf\xe9 est ferm\xe9".encode("latin-1"), "--encoding"),
        ("large.txt", b"a " * (5 * 1024 * 1024 + 1), "10 MiB"),
    ],
)
def test_a_file_that_cannot_be_read(run, tmp_path, name, content, says):
    path = tmp_path / name
    if content == "folder":
        path.mkdir()
    elif content is not None:
        path.write_bytes(content)
    done = run("compare", path)
    assert done.returncode == 2
    error = one_line(done)
    assert says in error
    assert name in error


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["compare"], "nothing to compare"),
        (["compare", "https://example.org/story"], "does not use the network"),
        (["compare", "--readout", f"ru={READOUTS / 'ru.txt'}"], "second account is needed"),
        (["compare", DEMO, "--readout", "ru.txt"], "--readout us=FILE"),
        (["compare", DEMO, "--readout", f"atlantis={READOUTS / 'ru.txt'}"], "unknown side"),
        (["compare", DEMO, "--sides", "fi,atlantis"], "unknown side"),
        (["compare", DEMO, "--sides", "fi"], "two sides or more"),
        (["compare", "-", "-"], "once only"),
        (["compare", DEMO, DEMO, "--readout", f"ru={READOUTS / 'ru.txt'}"], "one article"),
        (["compare", DEMO, "--width", "3"], "--width"),
        (["compare", DEMO, "--format", "papyrus"], "--format"),
        (["compare", DEMO, "--encoding", "klingon"], "no such encoding"),
        (["compare", DEMO, "-o", "/no/such/folder/out.txt"], "cannot be written"),
        (["compare", "--wrong"], "--wrong"),
        (["sing"], "sing"),
    ],
)
def test_wrong_usage_is_one_clear_line(run, args, says):
    done = run(*args)
    assert done.returncode == 2
    assert says in one_line(done)


def test_a_named_encoding_is_used(run, tmp_path):
    path = tmp_path / "story.txt"
    path.write_bytes(DEMO.read_text(encoding="utf-8").replace('"', "“").encode("windows-1252"))
    done = run("compare", path, "--encoding", "windows-1252", "-f", "json")
    assert json.loads(done.stdout)["documents"][0]["encoding"] == "windows-1252"


def test_a_byte_order_mark_is_dropped(run, tmp_path):
    path = tmp_path / "story.txt"
    path.write_bytes(b"\xef\xbb\xbf" + DEMO.read_bytes())
    answer = json.loads(run("compare", path, "-f", "json").stdout)
    assert answer["documents"][0]["text"] == DEMO.read_bytes().decode()


@pytest.mark.parametrize(
    ("text", "outcome", "says"),
    [
        ((SAMPLES / "one-account" / "article.txt").read_text(), "one_side", "Only New Zealand's account"),
        ("Bread rose in the bakery at dawn, and the town was glad of it all day long.", "no_sides", "No call or meeting"),
        ("The presidents of Kenya and Peru spoke by phone on Monday. They discussed coffee.", "unattributed", "does not say which side"),
        ("Le ministère a dit que les deux présidents ont parlé de la paix et des visas.", "language", "is in French"),
    ],
)
def test_what_is_not_compared_says_why_and_exits_with_3(run, text, outcome, says):
    done = run("compare", "-", stdin=text.encode())
    assert done.returncode == 3
    assert says in done.stdout.decode()
    done = run("compare", "-", "-f", "json", stdin=text.encode())
    assert (done.returncode, json.loads(done.stdout)["outcome"]) == (3, outcome)


def test_exit_code_tells_of_a_silent_side(run, tmp_path):
    assert run("compare", DEMO, "--exit-code").returncode == 1
    twin = tmp_path / "twin.txt"
    twin.write_bytes((READOUTS / "ru.txt").read_bytes())
    same = ("--readout", f"ru={READOUTS / 'ru.txt'}", "--readout", f"il={twin}")
    assert run("compare", *same, "--exit-code").returncode == 0


def test_color_is_a_choice(run):
    assert b"\x1b[" not in run("compare", DEMO).stdout
    assert b"\x1b[" in run("compare", DEMO, "--color", "always").stdout
    assert b"\x1b[" in run("compare", DEMO, FORCE_COLOR="1").stdout
    assert b"\x1b[" not in run("compare", DEMO, FORCE_COLOR="1", NO_COLOR="1").stdout
    assert b"\x1b[" not in run("compare", DEMO, "--color", "never", FORCE_COLOR="1").stdout


@pytest.mark.parametrize("width", [60, 90, 120, 200])
def test_no_line_is_wider_than_asked(run, width):
    lines = run("compare", DEMO, "--width", width).stdout.decode().splitlines()
    assert max(map(len, lines)) <= width


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_terminals_that_carry_less_get_less(run, encoding):
    done = run("compare", SAMPLES / "mekong-call" / "article.txt", "--width", "120", PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stderr) == (0, b"")
    done.stdout.decode(encoding)


def test_control_characters_of_a_text_never_act(run):
    text = DEMO.read_text().replace("calm and quick", "calm\x1b[31m and [/red] \u202equick")
    out = run("compare", "-", "--color", "never", stdin=text.encode()).stdout.decode()
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert "[/red]" in out


def test_a_closed_pipe_ends_quietly(tmp_path):
    import subprocess
    import sys

    command = f'"{sys.executable}" -m readoutdiff compare "{DEMO}" | head -c 10 > /dev/null'
    done = subprocess.run(command, shell=True, capture_output=True, timeout=60, check=False)
    assert done.stderr == b""


def test_help_names_every_command(run):
    text = run("--help").stdout.decode()
    assert "compare" in text
    assert "demo" in text
    assert run().stdout.decode() == text
    assert "--readout" in run("compare", "--help").stdout.decode()


def test_version(run):
    from readoutdiff import __version__

    assert run("--version").stdout.decode().strip() == f"readoutdiff {__version__}"


def test_compare_runs_without_numpy(run, tmp_path):
    (tmp_path / "numpy").mkdir()
    (tmp_path / "numpy" / "__init__.py").write_text("raise ImportError('numpy is not for the base')")
    done = run("compare", DEMO, "-f", "json", PYTHONPATH=str(tmp_path))
    assert json.loads(done.stdout)["outcome"] == "compared"


def test_nothing_of_a_run_depends_on_hashing(run):
    first, second = (run("compare", DEMO, "-f", "json", PYTHONHASHSEED=seed).stdout for seed in ("1", "2"))
    assert first == second


def test_a_command_that_is_not_there_is_answered_with_the_one_that_was_meant(run):
    done = run("segmnets", "story.txt")
    assert done.returncode == 2
    assert b"Did you mean 'segments'?" in done.stderr


def test_an_article_among_readouts_is_told_from_one(run, tmp_path):
    story = tmp_path / "story.txt"
    story.write_text(
        "Norway and Finland spoke by phone on Monday.\n\nThe tunnel will open, the Norwegian foreign ministry said. "
        "The fish are gone, the Finnish statement said.",
        encoding="utf-8",
    )
    readout = tmp_path / "no.txt"
    readout.write_text("The Prime Minister spoke with the Prime Minister of Finland. They discussed the tunnel.", encoding="utf-8")
    done = run("compare", story, readout)
    assert done.returncode == 2
    assert b"story.txt: tells the accounts of Norway and Finland, as an article does" in done.stderr


def test_one_text_is_not_two_sides_readouts(run, tmp_path):
    readout = tmp_path / "no.txt"
    readout.write_text("The Prime Minister spoke with the Prime Minister of Finland. They discussed the tunnel.", encoding="utf-8")
    done = run("compare", "--readout", f"no={readout}", "--readout", f"fi={readout}")
    assert done.returncode == 2
    assert b"is given twice" in done.stderr


class TestForms:
    def test_the_ending_names_the_form(self, run, tmp_path):
        for name, begins in (
            ("report.html", b"<!doctype html>"),
            ("report.HTM", b"<!doctype html>"),
            ("report.json", b"{"),
            ("report.txt", b"Fin"),
        ):
            assert run("compare", DEMO, "-o", tmp_path / name).returncode == 0
            assert (tmp_path / name).read_bytes().startswith(begins)

    def test_a_named_form_outweighs_it(self, run, tmp_path):
        assert run("compare", DEMO, "--format", "json", "-o", tmp_path / "report.html").returncode == 0
        assert (tmp_path / "report.html").read_bytes().startswith(b"{")

    def test_a_page_may_show_a_part(self, run):
        page = run("compare", DEMO, "--format", "html", "--only", "shared").stdout.decode()
        assert page.count('class="topic shared"') == page.count('class="topic ') == 2
        assert "2 of 9 topics shown: --only shared" in page

    def test_no_text(self, run):
        rest = "The crossing takes about two hours, on a clear day."
        for form in ("html", "json"):
            assert rest in run("compare", DEMO, "--format", form).stdout.decode()
            bare = run("compare", DEMO, "--format", form, "--no-text").stdout.decode()
            assert rest not in bare
            assert "inquiry into the" in bare

    def test_what_is_not_compared_is_a_page_too(self, run, tmp_path):
        done = run("compare", SAMPLES / "one-account" / "article.txt", "-o", tmp_path / "report.html")
        assert done.returncode == 3
        assert "Only " in (tmp_path / "report.html").read_text(encoding="utf-8")

    def test_what_is_not_written_is_refused(self, run, tmp_path):
        done = run("compare", DEMO, "-o", tmp_path / "report.pdf")
        assert done.returncode == 2
        assert b".pdf is not written" in done.stderr
        assert not (tmp_path / "report.pdf").exists()

    def test_segments_writes_no_page(self, run, tmp_path):
        done = run("segments", DEMO, "-o", tmp_path / "report.html")
        assert done.returncode == 2
        assert b"readoutdiff compare writes html" in done.stderr
        assert not (tmp_path / "report.html").exists()


def test_a_file_whose_name_is_not_utf8_is_read(run, tmp_path):
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(path)).write_bytes(DEMO.read_bytes())
    done = run("compare", os.fsdecode(path), "--format", "json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["documents"][0]["name"] == "caf?.txt"


def test_half_a_character_is_refused():
    with pytest.raises(InputError, match="half characters"):
        read("Norway \ud800 said.")
