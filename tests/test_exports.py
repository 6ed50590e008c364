"""Every form in which a comparison is written: chosen by name or by the file's ending, whole, and the same each time."""

import json
import os
import re
import subprocess
import sys

import pytest

from readoutdiff import compare, read, read_file, without_texts
from readoutdiff.output import DATA, Format
from readoutdiff.records import claims
from readoutdiff.render.annotation import render_annotations
from readoutdiff.render.csv import render_csv
from readoutdiff.render.docx.report import render_docx
from readoutdiff.render.jsonl import render_jsonl
from readoutdiff.render.markdown.page import render_markdown
from tests.conftest import DEMO, SAMPLES
from tests.docx_text import words_of
from tests.expected_files import check
from tests.stories import beside
from tests.terminal_cases import three_sides

LANGUAGES = {"en": "English"}
ENDINGS = {
    "txt": b"Finland", "html": b"<!doctype html>", "htm": b"<!doctype html>", "md": b"# Finland", "markdown": b"# Finland",
    "docx": b"PK\x03\x04", "json": b'{\n "mode"', "jsonl": b'{"topic"', "csv": b"\xef\xbb\xbftopic,", "jsonld": b'{\n "@context"',
}  # fmt: skip
UNQUOTED = "The crossing takes about two hours, on a clear day."  # of the demo's story, and no evidence of anything


@pytest.fixture(scope="module")
def story():
    return compare(read_file(str(DEMO)))


@pytest.fixture(scope="module")
def checked():
    return beside(
        "Norway stressed that the night train would run \u201con time and at a low price,\u201d the Norwegian readout said.",
        "Sweden stored 25,000 tonnes of grain for its neighbours, the Swedish readout said.",
    )


@pytest.fixture(scope="module")
def remarked():
    readouts = [read_file(str(SAMPLES / "victory-day-readouts" / f"{party}.txt"), role="readout", party=party) for party in ("il", "ru")]
    return compare(read_file(str(SAMPLES / "victory-day-call" / "article.txt")), *readouts)


@pytest.fixture(scope="module")
def named(tmp_path_factory):
    lexicon = tmp_path_factory.mktemp("lexicon") / "own.toml"
    name = r"=Oz <b>|</b> [x](javascript:1) `d` \u202e\u001b[31m"
    lexicon.write_text(
        f'[[party]]\nid = "oz"\nname = "{name}"\nadjective = "Ozian"\nnames = ["Oz"]\n\n'
        f'[[topic]]\nid = "bricks"\nlabel = "{name}"\nterms = ["yellow bricks"]\n',
        encoding="utf-8",
    )
    texts = [
        read(f"They discussed yellow bricks at {n}.", role="readout", party=p, language="en") for p, n in (("oz", "one"), ("no", "two"))
    ]
    return compare(*texts, lexicon=str(lexicon))


class TestWholeOutputs:
    def test_markdown(self, story):
        check("demo", render_markdown(story, LANGUAGES), "md")

    def test_markdown_of_an_article_checked_against_readouts(self, checked):
        check("checked", render_markdown(checked, LANGUAGES), "md")

    def test_markdown_of_three_sides(self):
        check("three-sides", render_markdown(three_sides(), LANGUAGES), "md")

    def test_markdown_where_nothing_was_compared(self):
        check("one-account", render_markdown(compare(read_file(str(SAMPLES / "one-account" / "article.txt"))), LANGUAGES), "md")

    def test_csv(self, story):
        check("demo", render_csv(story).decode("utf-8-sig").replace("\r\n", "\n"), "csv")

    def test_json_lines(self, story):
        check("demo", render_jsonl(story).decode(), "jsonl")

    def test_annotations(self, story):
        check("demo", render_annotations(story).decode(), "jsonld")


class TestChoosing:
    @pytest.mark.parametrize("ending", ENDINGS)
    def test_the_ending_names_the_form(self, run, tmp_path, ending):
        for name in (f"report.{ending}", f"REPORT.{ending.upper()}"):
            done = run("compare", DEMO, "-o", tmp_path / name)
            assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
            assert (tmp_path / name).read_bytes().startswith(ENDINGS[ending])

    def test_a_named_form_outweighs_it(self, run, tmp_path):
        assert run("compare", DEMO, "--format", "csv", "-o", tmp_path / "claims.md").returncode == 0
        assert (tmp_path / "claims.md").read_bytes().startswith(b"\xef\xbb\xbftopic,")

    @pytest.mark.parametrize("form", Format)
    def test_the_same_bytes_each_time(self, run, form):
        first, second = (run("compare", DEMO, "--format", form, PYTHONHASHSEED=seed) for seed in ("1", "2"))
        assert first.returncode == 0
        assert first.stdout == second.stdout != b""

    @pytest.mark.parametrize(
        ("form", "option"), [*((form, "--top 2") for form in DATA), ("csv", "--only shared"), ("csv", "--side fi"), ("csv", "--sort order")]
    )
    def test_programs_get_all_topics(self, run, form, option):
        done = run("compare", DEMO, "--format", form, *option.split())
        assert (done.returncode, done.stdout) == (2, b"")
        assert f"{option.split()[0]}: is for a report to read; --format {form} has all topics" in done.stderr.decode()

    @pytest.mark.parametrize("form", ["markdown", "docx"])
    def test_reports_may_show_a_part(self, run, form):
        done = run("compare", DEMO, "--format", form, "--only", "shared", "--sort", "order")
        told = words_of(done.stdout) if form == "docx" else done.stdout.decode()
        assert "2 of 9 topics shown, in the order of the texts: --only shared" in told
        assert "cause of engine failure" in told
        assert "full and fast refunds" not in told

    @pytest.mark.parametrize("form", Format)
    def test_what_is_not_compared_is_written_too(self, run, form):
        done = run("compare", SAMPLES / "one-account" / "article.txt", "--format", form)
        assert (done.returncode, done.stderr) == (3, b"")
        assert form is Format.jsonl or done.stdout

    @pytest.mark.parametrize("ending", ["md", "docx", "csv", "jsonl", "jsonld", "html"])
    def test_segments_has_no_claims(self, run, tmp_path, ending):
        done = run("segments", DEMO, "-o", tmp_path / f"report.{ending}")
        assert done.returncode == 2
        assert b"segments writes text or json; readoutdiff compare writes " in done.stderr
        assert not list(tmp_path.iterdir())


class TestWithoutTexts:
    @pytest.mark.parametrize("form", Format)
    def test_the_rest_of_a_text_is_in_none(self, run, form):
        bare = run("compare", DEMO, "--format", form, "--no-text").stdout
        told = words_of(bare) if form is Format.docx else bare.decode()
        assert UNQUOTED not in told
        assert "takes about two hours" not in told
        assert "inquiry into the" in " ".join(told.split())

    def test_nothing_is_told_but_the_evidence(self, story, checked):
        for comparison in (story, checked):
            bare = without_texts(comparison)
            kept = [e.text for d in bare.documents for e in d.excerpts]
            annotations = json.loads(render_annotations(bare))["first"]["items"]
            quotes = [a["target"]["selector"][1] for a in annotations]
            assert quotes
            for quote in quotes:
                assert any(quote["prefix"] + quote["exact"] + quote["suffix"] in text for text in kept)
            for record in bare.records():
                told = [str(record[name] or "") for name in ("statement", "sentence", "source", "cue", "nearest")]
                assert all(any(words in text for text in kept) for words in told)

    def test_reports_to_read_quote_the_evidence_alone(self, checked):
        """A page of them is the same, with the texts and without."""
        bare = without_texts(checked)
        kept = " ".join(" ".join(e.text for d in bare.documents for e in d.excerpts).split())
        rest = [" ".join(checked.text_of(s).split()) for s in checked.segments]
        rest = [words for words in rest if words not in kept]
        assert rest
        for told in (render_markdown(checked, LANGUAGES), words_of(render_docx(checked, LANGUAGES))):
            assert not [words for words in rest if words in told]


class TestWhatTheArticleSays:
    """A remark on an account's silence that could not be told of which statement is given in reports to read, and is evidence."""

    REMARK = "Neither statement has a word about the hostages."

    def test_it_is_in_reports(self, remarked):
        for told in (render_markdown(remarked, LANGUAGES), words_of(render_docx(remarked, LANGUAGES))):
            assert "The article also says" in told
            assert self.REMARK in told

    def test_it_is_kept_where_texts_are_left_out(self, remarked):
        assert any(self.REMARK in excerpt.text for d in without_texts(remarked).documents for excerpt in d.excerpts)


class TestHostileNames:
    """What a lexicon of a user's own calls a side, a topic and a verdict is data too."""

    def test_in_markdown(self, named):
        told = render_markdown(named, LANGUAGES)
        assert r"\=Oz &lt;b&gt;\|&lt;/b&gt; \[x\](javascript:1) \`d\` \ufffd\ufffd\[31m" in told.replace("\ufffd", r"\ufffd")
        assert "<b>" not in told

    def test_in_a_table(self, named):
        assert "'=Oz <b>|</b>" in render_csv(named).decode("utf-8-sig")

    def test_in_a_document(self, named):
        assert "=Oz <b>|</b> [x](javascript:1) `d` \ufffd\ufffd[31m" in words_of(render_docx(named, LANGUAGES))

    def test_in_annotations_and_lines_they_are_as_they_are(self, named):
        name = named.parties[0].name
        assert f"party: {name}" in [b["value"] for a in json.loads(render_annotations(named))["first"]["items"] for b in a["body"]]
        assert name in [json.loads(line)["party_name"] for line in render_jsonl(named).splitlines()]


class TestClaims:
    def test_a_row_for_each_statement_of_a_side_in_a_topic(self, story, checked):
        for comparison in (story, checked):
            told = [(c.topic, c.party, c.segment) for c in claims(comparison)]
            assert len(told) == len(set(told))
            wanted = [(t.id, party, s) for t in comparison.topics for party, ids in t.segments.items() for s in ids]
            assert sorted(told, key=str) == sorted([*wanted, *((t.id, None, s) for t in comparison.topics for s in t.outlet)], key=str)

    def test_what_it_tells_is_what_the_texts_have(self, story, checked):
        for comparison in (story, checked):
            texts = {d.sha256: d.text for d in comparison.documents}
            for claim in claims(comparison):
                assert texts[claim.sha256][claim.start : claim.end] == claim.statement
                assert claim.statement in claim.sentence
                assert claim.source is None or claim.source in texts[claim.sha256]

    def test_records_are_the_lines(self, story):
        assert story.records() == [json.loads(line) for line in render_jsonl(story).splitlines()]

    def test_the_nearest_is_that_of_a_side_that_does_not_raise_it(self, story):
        for claim in claims(story):
            topic = next(t for t in story.topics if t.id == claim.topic)
            if topic.status in ("one_sided", "possible"):
                assert claim.nearest_party not in (None, claim.party)
                assert claim.nearest_score == max(c.score for found in topic.possible.values() for c in found) if topic.possible else True
            else:
                assert claim.nearest_party is None

    def test_emphatic_words_are_counted_in_their_own_statement(self, checked):
        for topic in checked.topics:
            for party, emphasis in topic.emphasis.items():
                rows = [c for c in claims(checked) if (c.topic, c.party) == (topic.id, party)]
                assert sum(c.emphatic or 0 for c in rows) == len(emphasis.emphatic)


class TestWhatIsMissing:
    def test_a_missing_extra_is_named_with_what_installs_it(self, run, tmp_path):
        (tmp_path / "docx").mkdir()
        (tmp_path / "docx" / "__init__.py").write_text("raise ImportError('not here')")
        done = run("compare", DEMO, "-o", tmp_path / "report.docx", PYTHONPATH=str(tmp_path))
        assert done.returncode == 2
        assert done.stderr == b"readoutdiff: --format docx needs its package; pip install 'readoutdiff[docx]'\n"
        assert not (tmp_path / "report.docx").exists()

    def test_a_document_is_not_written_to_a_terminal(self):
        control, terminal = os.openpty()
        command = [sys.executable, "-m", "readoutdiff", "demo", "--format", "docx"]
        done = subprocess.run(command, stdout=terminal, stderr=subprocess.PIPE, timeout=60, check=False)
        os.close(terminal)
        os.close(control)
        assert done.returncode == 2
        assert b"name a file, as in --output report.docx" in done.stderr

    def test_no_export_loads_another_ones_library(self, run, tmp_path):
        for name in ("docx", "pandas", "jsonschema", "duckdb"):
            (tmp_path / name).mkdir()
            (tmp_path / name / "__init__.py").write_text("raise ImportError('not for this')")
        for form in ("markdown", "csv", "jsonl", "json", "annotation", "text", "html"):
            assert run("compare", DEMO, "--format", form, PYTHONPATH=str(tmp_path)).returncode == 0


def test_a_corrected_topic_is_marked_in_every_form(run, tmp_path):
    corrections = tmp_path / "demo.toml"
    run("compare", DEMO, "--save-corrections", corrections)
    text = corrections.read_text(encoding="utf-8").replace("decided = ", "confirmed = true\ndecided = ")
    corrections.write_text(text, encoding="utf-8")
    for form in ("markdown", "docx"):
        out = run("compare", DEMO, "--corrections", corrections, "--format", form).stdout
        assert "[confirmed]" in re.sub(r"\\", "", words_of(out) if form == "docx" else out.decode())
    lines = run("compare", DEMO, "--corrections", corrections, "--format", "jsonl").stdout.splitlines()
    assert all(json.loads(line)["confirmed"] for line in lines)
