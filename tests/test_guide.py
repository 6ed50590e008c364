"""The guide for those who carry the code on: its values are current, what it adds works, and what it calls wrong is so still."""

import doctest
import os
import re
import shutil
import subprocess
import sys

import pytest

from readoutdiff import compare, label, read
from readoutdiff.lexicon.compiled import COMPILED
from tests.conftest import DEMO, ROOT

GUIDE = (ROOT / ".github" / "CONTRIBUTING.md").read_text(encoding="utf-8")
OPENING = "Norway and Estonia spoke by phone on Monday."
CLOSING = "Norway said the harbour was calm. Estonia said the harbour was calm."


def blocks(kind):
    return re.findall(rf"^```{kind}\n(.*?)^```$", GUIDE, re.DOTALL | re.MULTILINE)


def rows(head):
    """The rows of the table with a head."""
    start = GUIDE.index(f"\n| {head} |")
    table = GUIDE[start:].strip().partition("\n\n")[0].splitlines()
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in table[2:]]


def test_it_is_short():
    assert len(GUIDE.splitlines()) < 400


def test_the_sentence_goes_all_the_way():
    session = doctest.DocTestParser().get_doctest("\n".join(blocks("pycon")), {}, "CONTRIBUTING.md", None, None)
    assert len(session.examples) > 20
    told: list[str] = []
    assert doctest.DocTestRunner().run(session, out=told.append).failed == 0, "".join(told)


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """A copy of the package to which all that the guide adds has been added."""
    folder = tmp_path_factory.mktemp("added")
    shutil.copytree(ROOT / "readoutdiff", folder / "readoutdiff", ignore=shutil.ignore_patterns("__pycache__", COMPILED))
    files = re.findall(r"### .*\(`(readoutdiff/lexicon/\w+\.toml)`\)", GUIDE)
    for name, entry in zip(files, blocks("toml"), strict=True):
        file = folder / name
        file.write_text(f"{file.read_text(encoding='utf-8')}\n{entry}", encoding="utf-8")
    for name, code in zip(re.findall(r"A new file, `([^`]+)`", GUIDE), blocks("python"), strict=True):
        (folder / name).write_text(code, encoding="utf-8")
    for change in blocks("diff"):
        done = subprocess.run(
            ["git", "apply", "-"], input=change, text=True, encoding="utf-8", cwd=folder,
            capture_output=True, check=False, env=os.environ | {"GIT_CEILING_DIRECTORIES": str(folder.parent)},
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
    assert run(folder, "-c", "from readoutdiff.lexicon.compiling import compile_lexicon as c; print(len(c()))")
    return folder


def run(folder, *args):
    done = subprocess.run(
        [sys.executable, "-P", *map(str, args)], capture_output=True, text=True, encoding="utf-8", timeout=120, check=False, cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder), "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


class TestWhatIsAdded:
    STORY = (
        "Norway and Avalonia spoke by phone on Monday. The Avalonian readout averred that kelp was dear. Norway said that kelp was cheap."
    )

    def test_a_country_a_verb_and_a_topic(self, copy):
        (copy / "kelp.txt").write_text(self.STORY, encoding="utf-8")
        told = run(copy, "-m", "readoutdiff", "compare", "kelp.txt", "--format", "csv")
        assert "xa" in told
        assert "kelp farming" in told
        assert "averred" in told

    def test_they_are_as_good_in_a_file_of_ones_own(self, tmp_path):
        own = tmp_path / "own.toml"
        own.write_text("\n".join(blocks("toml")), encoding="utf-8")
        comparison = compare(read(self.STORY, name="kelp.txt"), lexicon=str(own))
        assert [(topic.label, set(topic.segments)) for topic in comparison.topics] == [("kelp farming", {"no", "xa"})]
        without = compare(read(self.STORY, name="kelp.txt"))
        assert without.outcome != "compared"

    def test_their_examples_do_what_they_say(self, copy):
        code = (
            "from readoutdiff.lexicon.entries import parse, raw_files; from readoutdiff.lexicon.knowledge import load\n"
            "from readoutdiff.alignment.terms import topics_in; from readoutdiff.parsing.story import take_apart\n"
            "lexicon, known = parse(raw_files()), load()\n"
            "party, cue, topic = lexicon.party[-1], lexicon.cue[-1], lexicon.topic[-1]\n"
            "assert (party.id, cue.verb, topic.id) == ('xa', 'aver', 'kelp_farming')\n"
            "for entry, owner in ((party, 'xa'), (cue, 'dk')):\n"
            "    (sentence,) = take_apart(entry.example, known).sentences\n"
            "    assert [frame.source.owner for frame in sentence.frames] == [(owner,)]\n"
            "assert topic.id in topics_in(topic.example, known) and topic.id not in topics_in(topic.near_miss, known)\n"
        )
        run(copy, "-c", code)

    def test_an_output_format(self, copy):
        told = run(copy, "-m", "readoutdiff", "compare", DEMO, "--format", "outline")
        assert told.splitlines()[0].partition(": ")[0] in ("shared", "possible", "one_sided")
        assert len(told.splitlines()) == len(compare(read(DEMO.read_bytes(), name="story.txt")).topics)

    def test_a_kind_of_exercise(self, copy):
        run(copy, "-m", "readoutdiff", "exercise", "new", DEMO, "--out", "lesson", "--kind", "retell")
        for name in ("worksheet.html", "page.html", "moodle.xml", "canvas.md"):
            assert "account in one sentence" in (copy / "lesson" / name).read_text(encoding="utf-8")


def test_every_room_is_named():
    named = set(re.findall(r"`([a-z]+)(?:/|\.py)?`", GUIDE.partition("## Where things live")[2].partition("## How to add")[0]))
    assert {path.name for path in (ROOT / "readoutdiff").iterdir() if path.is_dir()} - {"__pycache__", "demo"} <= named
    for name in re.findall(r"`(\w+\.py)`", GUIDE):
        assert list((ROOT / "readoutdiff").rglob(name)), name


class TestWhatIsWrong:
    """A row that no longer holds is mended: take it off the list, and make a test of it."""

    @pytest.mark.parametrize(("sentence", "says", "right"), rows("sentence"))
    def test_whose_words(self, sentence, says, right):
        document = read(f"{OPENING} {sentence} {CLOSING}", name="story.txt")
        start, end = len(OPENING) + 1, len(OPENING) + 1 + len(sentence)
        found = [s for s in label(document, sides=["no", "ee"]).segments if start <= s.start < end]
        assert " · ".join("+".join(s.parties) or s.role for s in found) == says != right

    @pytest.mark.parametrize(("norway", "estonia", "says", "right"), rows("Norway"))
    def test_two_readouts(self, norway, estonia, says, right):
        texts = [read(text, role="readout", party=party) for text, party in ((norway, "no"), (estonia, "ee"))]
        assert verdicts(compare(*texts)) == says.removeprefix("✗ ") != right

    @pytest.mark.parametrize(("article", "says", "right"), rows("article"))
    def test_one_article(self, article, says, right):
        assert verdicts(compare(read(article, name="story.txt"), sides=["no", "ee"])) == says.removeprefix("✗ ") != right

    @pytest.mark.parametrize(("quoted", "readout", "says", "right"), rows("quoted"))
    def test_a_quotation(self, quoted, readout, says, right):
        article = f"{OPENING} The Norwegian readout said that the ferry was “{quoted}”. Estonia said that tolls were discussed."
        texts = [read(text, role="readout", party=party) for text, party in ((readout, "no"), ("Tolls were discussed.", "ee"))]
        assert [q.result for q in compare(read(article, name="story.txt"), *texts).quotations] == [says.removeprefix("✗ ")] != [right]

    def test_ten_or_more_are_known(self):
        assert sum(len(rows(head)) for head in ("sentence", "Norway", "article", "quoted")) >= 10


def verdicts(comparison):
    """Each topic's verdict, with the kinds of difference: 'shared (polarity), possible'."""
    kinds = [[difference.kind for difference in topic.differences] for topic in comparison.topics]
    return ", ".join(f"{t.status} ({' '.join(found)})" if found else t.status for t, found in zip(comparison.topics, kinds, strict=True))
