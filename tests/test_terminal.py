"""The report in the terminal: columns and what connects them, widths, evidence, findings under their topics, other scripts."""

import os
import re
import subprocess
import sys

import pytest
from rich.cells import cell_len

from readoutdiff import compare, read
from readoutdiff.render.chosen import Choice
from readoutdiff.render.drawing import Style
from readoutdiff.render.terminal import render_text
from tests import comparisons as cases
from tests.conftest import DEMO
from tests.expected_files import check


def drawn(comparison, width=100, *, color=False, choice=None, evidence=False, layout=None):
    return render_text(comparison, Style(width, color, layout=layout), {}, choice or Choice(), evidence=evidence)


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory):
    return tmp_path_factory.mktemp("lexicon") / "scripts.toml"


@pytest.mark.parametrize("width", [72, 100, 160])
def test_three_sides(width):
    check(f"three-sides-{width}", drawn(cases.three_sides(), width))


@pytest.mark.parametrize("width", [72, 100, 160])
def test_an_article_beside_readouts(width):
    check(f"triangulated-{width}", drawn(cases.night_train(), width))


@pytest.mark.parametrize("width", [72, 100, 160])
def test_the_evidence(width):
    check(f"evidence-{width}", drawn(cases.demo(), width, evidence=True))


def test_a_choice():
    check("choice-100", drawn(cases.demo(), choice=Choice(only="one-sided", top=2, sort="order")))


@pytest.mark.parametrize("width", [72, 100, 160])
def test_other_scripts(lexicon, width):
    check(f"scripts-{width}", drawn(cases.scripts(lexicon), width))


@pytest.mark.parametrize("evidence", [False, True])
@pytest.mark.parametrize("layout", [None, "columns", "stacked"])
@pytest.mark.parametrize("name", ["demo", "victory_day", "night_train", "three_sides", "scripts"])
def test_no_line_is_wider_than_the_report(lexicon, name, layout, evidence):
    comparison = cases.scripts(lexicon) if name == "scripts" else getattr(cases, name)()
    for width in (40, 50, *range(60, 241, 3)):
        for line in drawn(comparison, width, layout=layout, evidence=evidence).splitlines():
            assert cell_len(line) <= width, (width, line)


def cells(line):
    """What stands in each column: a wide character in two, marks of no width in none."""
    return "".join(char if cell_len(char) == 1 else char + "\0" for char in line if cell_len(char))


@pytest.mark.parametrize("width", [91, 100, 133, 160, 240])
def test_columns_of_any_script_stand_under_each_other(lexicon, width):
    """On no line does text stand between the columns of two sides, but for what connects them."""
    report = drawn(cases.scripts(lexicon, sides=2), width, evidence=True)
    side = min((width - 14) // 2, 80)
    rows = report.split("\nIn no topic, ")[0].split("\u200eארץ הים")[-1].splitlines()[1:-1]
    told = [line for line in map(cells, rows) if "─" not in line]
    assert any("漁" in line for line in told)
    for line in told:
        assert line[side : side + 2].strip() == "" == line[side + 12 : side + 14].strip(), line
        assert line[side + 2 : side + 12].strip() in ("", "≡ both", "≈ possible"), line
    assert any(line[side + 14 :].strip() and not line[:side].strip() for line in told)


def test_what_connects_two_sides_stands_between_them():
    lines = drawn(cases.demo()).splitlines()
    for sign in ("≡ both", "≈ possible", "◀ only", "only ▶"):
        (line, *_) = [line for line in lines if sign in line and not line.startswith("  ")]
        left, right = line.split(sign)
        assert (bool(left.strip()), bool(right.strip())) == (True, True)
    assert any(line.startswith("○ outlet") for line in lines)


def test_cells_are_stacked_where_columns_would_be_narrow():
    sides = "Finland   "
    assert not any(line.startswith(sides) for line in drawn(cases.demo(), 89).splitlines())
    assert any(line.startswith(sides) for line in drawn(cases.demo(), 90).splitlines())
    assert any(line.startswith(sides) for line in drawn(cases.demo(), 70, layout="columns").splitlines())
    assert any(line.startswith(sides) for line in drawn(cases.demo(), None, layout="columns").splitlines())
    assert not any(line.startswith(sides) for line in drawn(cases.demo(), 160, layout="stacked").splitlines())


@pytest.mark.parametrize(("width", "columns"), [(111, False), (112, True)])
def test_three_sides_have_columns_where_each_has_room(width, columns):
    heads = [line for line in drawn(cases.three_sides(), width).splitlines() if re.match(r"Kenya {9,}Peru {9,}Finland", line)]
    assert bool(heads) is columns


def test_matched_words_are_marked_where_there_is_colour():
    coloured = drawn(cases.demo(), color=True)
    assert "\x1b[1;4mengine failure\x1b[0m" in coloured
    assert "\x1b" not in drawn(cases.demo())


def test_sides_are_blue_and_orange_and_nothing_is_red_or_green():
    codes = set(re.findall(r"\x1b\[([\d;]*)m", drawn(cases.demo(), color=True, evidence=True)))
    used = {part for code in codes for part in re.findall(r"38;5;\d+|\d+", code)}
    assert {"38;5;32", "38;5;166"} < used
    assert used <= {"0", "1", "2", "3", "4", "38;5;32", "38;5;166"}


def test_the_weightiest_topic_of_one_side_is_told_first():
    head = drawn(cases.demo()).split("Finland  ")[0]
    assert "Finland; above all: every crossing" in head
    assert "Estonia; above all: railways" in head


def test_findings_stand_under_their_topics():
    report = drawn(cases.night_train(), None)
    under, after = report.split("The article against the readouts\n")
    assert "! quoted otherwise by the article: “will run on time and at a low price by the end of next year” [“low” for “fair”]" in under
    assert "! left out by the article." in under
    assert "“Trains are the poetry of a small country”" in after
    assert "Norway: 2 under their topics above" in after


def test_a_finding_whose_topic_is_not_shown_stands_in_the_section():
    report = drawn(cases.night_train(), None, choice=Choice(only="possible"))
    under, after = report.split("The article against the readouts\n")
    assert "quoted otherwise" not in under.split("1 topic")[-1].split("\n\n", 2)[2]
    assert "The readout: “will run on time and at a fair price" in after


def test_every_statement_has_its_place_in_the_evidence():
    story = cases.demo()
    report = drawn(story, None, evidence=True)
    for topic in story.topics:
        for segments in topic.segments.values():
            for segment in segments:
                found = next(s for s in story.segments if s.id == segment)
                assert f"story.txt, characters {found.start} to {found.end}; {found.tier}; source " in report
    assert "characters" not in drawn(story, None)
    assert "shared words: “engine failure”" in report


def test_all_candidates_are_evidence():
    story = cases.victory_day_story()
    found = next(f for t in story.topics for f in t.possible.values() if len([c for c in f if c.score]) > 2)
    plain, full = drawn(story, None), drawn(story, None, evidence=True)
    for candidate in found[1:]:
        score = f"({candidate.score:.2f})"
        assert full.count(score) > plain.count(score)


def test_emphatic_verbs_are_told_with_the_evidence():
    assert "emphatic: “stressed”" in drawn(cases.night_train(), None, evidence=True)


def test_text_without_spaces_is_wrapped_and_no_line_begins_with_its_punctuation():
    text = "They discussed herring, “" + "漁業合作，雙方應當避免任何單方面行動。" * 9 + "”."
    sides = {"no": text, "se": "They discussed herring."}
    compared = compare(*(read(told, role="readout", party=party, language="en") for party, told in sides.items()))
    for width in range(60, 90):
        lines = [line.strip() for line in drawn(compared, width).splitlines()]
        assert not [line for line in lines if line[:1] in "，。”" and line]
        assert "".join(lines).count("漁業合作") == 9


def test_a_word_wider_than_its_column_is_broken_and_not_lost():
    address = "https://example.org/" + "a" * 300 + "漢" * 20
    texts = {"no": f"They discussed herring, {address} and cod.", "se": "They discussed herring."}
    compared = compare(*(read(told, role="readout", party=party, language="en") for party, told in texts.items()))
    for width in (40, 60, 100):
        report = drawn(compared, width)
        assert all(cell_len(line) <= width for line in report.splitlines())
        assert report.count("a" * 17) > 5
        assert report.count("漢") == 20


def test_a_report_that_goes_to_no_terminal_is_neither_wrapped_nor_coloured(run):
    report = run("compare", DEMO).stdout.decode()
    assert any(len(line) > 120 for line in report.splitlines())
    assert "\x1b" not in report
    assert max(map(len, run("compare", DEMO, "--layout", "columns").stdout.decode().splitlines())) == 100
    assert max(map(len, run("compare", DEMO, "--width", "72").stdout.decode().splitlines())) <= 72


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are of Unix")
@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({}, True), ({"TERM": "dumb"}, False), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb", "FORCE_COLOR": "1"}, True)],
)
def test_a_terminal_has_colour_and_its_own_width(environment, coloured):
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "readoutdiff", "demo"]
    env = os.environ | {"COLUMNS": "94", "PYTHONIOENCODING": "utf-8"} | environment
    with subprocess.Popen(command, stdout=theirs, env=env) as process:
        os.close(theirs)
        written = b""
        while part := _read(ours):
            written += part
    os.close(ours)
    lines = [re.sub(r"\x1b\[[\d;]*m", "", line) for line in written.decode().splitlines()]
    assert (process.returncode, b"\x1b" in written) == (0, coloured)
    assert max(map(cell_len, lines)) == 94
    assert any("≡ both    " in line for line in lines)


def _read(terminal):
    try:
        return os.read(terminal, 65536)
    except OSError:  # the other end is closed
        return b""
