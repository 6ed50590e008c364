"""What a corpus shows as a whole: the figures of a corpus of which all is known, in every form, and of folders that are none."""

import csv
import io
import math
import re
import shutil
from datetime import date
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readoutdiff.corpus.building import build
from readoutdiff.corpus.report.asking import report_on
from readoutdiff.corpus.report.charts import panel, silence_bar
from readoutdiff.corpus.report.csv import render_csv
from readoutdiff.corpus.report.figures import Chosen, Period, Row
from readoutdiff.corpus.report.page import render_html
from readoutdiff.corpus.report.text import render_text
from readoutdiff.corpus.sources import read_cases
from readoutdiff.errors import InputError, UsageError
from readoutdiff.render.csv import harmless
from readoutdiff.render.drawing import Style
from readoutdiff.render.visible import visible
from tests import known_calls
from tests.browser import needed, opened
from tests.expected_files import check
from tests.hostile import ACTING, FORMULAS
from tests.known_calls import EDUCATION, GRAIN


@pytest.fixture(scope="module")
def calls(tmp_path_factory):
    return known_calls.built(tmp_path_factory.mktemp("corpus"))


@pytest.fixture(scope="module")
def report(calls):
    return report_on(calls)


@pytest.fixture(scope="module")
def page(report, tmp_path_factory):
    file = tmp_path_factory.mktemp("page") / "calls.html"
    file.write_text(render_html(report, 10), encoding="utf-8")
    return file


def one(rows, **fields):
    """The one row with these fields."""
    (found,) = (row for row in rows if all(getattr(row, name) == value for name, value in fields.items()))
    return found


def wilson(count, cases):
    """The interval as a textbook has it, by the roots of (p - share)^2 = z^2 p (1 - p) / n."""
    share, z2 = count / cases, 1.96**2
    a, b, c = 1 + z2 / cases, -(2 * share + z2 / cases), share**2
    root = math.sqrt(max(0.0, b * b - 4 * a * c))
    return pytest.approx(((-b - root) / (2 * a), (-b + root) / (2 * a)), abs=1e-4)


class TestFigures:
    def test_what_is_there(self, report):
        assert (report.cases, report.failed) == (49, 2)
        assert {c.what: c.count for c in report.counts if c.kind == "outcome"} == {"compared": 48, "no_sides": 1}
        assert {c.what: c.count for c in report.counts if c.kind == "mode"} == {"readouts": 27, "triangulated": 15, "article": 6}
        assert [(c.what, c.count) for c in report.counts if c.kind == "year"] == [
            ("2022", 14),
            ("2023", 20),
            ("2024", 14),
            ("without a date", 1),
        ]
        assert {s.name: (s.cases, s.readouts) for s in report.sides} == {
            "Russia": (27, 27), "Turkey": (27, 27), "Norway": (15, 15), "Sweden": (15, 15), "Estonia": (6, 0), "Finland": (6, 0),
        }  # fmt: skip
        assert [(o.outlet, o.cases) for o in report.outlets] == [("Baltic Post", 10), *((o, 3) for o in known_calls.OUTLETS[1:])]
        assert (report.span.first_day, report.span.last_day, report.span.unit) == (date(2022, 1, 15), date(2024, 10, 5), "year")

    def test_reasons_of_failures_are_put_together_whatever_they_quote(self, report):
        assert {r.example: r.failures for r in report.reasons} == {"wrong-day": 1, "alone": 1}
        assert one(report.reasons, example="wrong-day").problem.startswith("calls.jsonl:50: date 'in May' is no day")

    def test_how_often_moscow_leaves_out_what_ankara_says_about_grain(self, report):
        row = one(report.silences, subject=GRAIN, raised_by="tr", side="ru")
        assert (row.silent, row.possible, row.raises, row.cases) == (known_calls.SILENT, known_calls.UNDECIDED, known_calls.RAISED, 27)
        assert (row.share, row.most, row.few) == (round(10 / 27, 4), round(15 / 27, 4), False)
        assert row.low == pytest.approx(wilson(10, 27).expected[0], abs=1e-4)
        assert row.high == pytest.approx(wilson(15, 27).expected[1], abs=1e-4)
        assert row.read_in == "readout"
        assert one(report.silences, subject=GRAIN, raised_by="ru", side="tr").silent == 0

    def test_what_only_an_article_reports_is_kept_apart(self, report):
        row = one(report.silences, subject="illegal mining", side="fi")
        assert (row.raised_by, row.silent, row.possible, row.cases, row.read_in) == ("ee", 4, 2, 6, "article")

    def test_subjects_by_side_and_year(self, report):
        row = one(report.raising, subject=GRAIN, side="ru")
        assert (row.raises, row.possible, row.cases) == (12, 5, 27)
        assert [(p.period, p.raises, p.cases) for p in row.periods] == [("2022", 4, 9), ("2023", 4, 9), ("2024", 4, 9)]
        assert (row.periods[0].low, row.periods[0].high) == wilson(4, 9)
        assert [p.cases for p in one(report.raising, subject="illegal mining", side="ee").periods] == [0, 6, 0]

    def test_a_shift_is_of_the_mean_share_of_words(self, report):
        """Told from the sentences themselves: medicine in all calls of Russia, law in those of the second half."""

        def share(row):
            told = row["readout_text:ru"].split()
            held = [s for s in (known_calls.COURSES, known_calls.LATER) if s in row["readout_text:ru"]]
            return sum(len(s.split()) for s in held) / len(told)

        moscow = [row for row in known_calls.rows() if row["id"].startswith("moscow")]
        halves = [[share(r) for r in moscow if (r["date"] <= str(report.span.middle)) is first] for first in (True, False)]
        row = report.shifts[0]
        assert (row.subject, row.side) == (EDUCATION, "ru")
        assert (row.first_cases, row.second_cases) == tuple(map(len, halves)) == (14, 13)
        assert (row.first_share, row.second_share) == pytest.approx([sum(half) / len(half) for half in halves], abs=2e-4)
        assert row.change == round(row.second_share - row.first_share, 4) > 0.1
        assert one(report.shifts, subject=EDUCATION, side="tr").change == 0

    def test_quotations(self, report):
        told = {q.outlet: (q.verbatim, q.altered, q.not_found, q.quotations) for q in report.quoting}
        assert told == {
            "Baltic Post": (3, 0, 0, 3), "Dawn Courier": (1, 2, 0, 3), "Evening Star": (2, 0, 1, 3), "Harbour News": (3, 0, 0, 3),
            "Northern Wire": (3, 0, 0, 3),
        }  # fmt: skip
        assert [(a.case_id, a.outlet, a.quoted, a.readout) for a in report.altered] == [
            (f"oslo-{year}-1", "Dawn Courier", known_calls.ALTERED, known_calls.VERBATIM) for year in (2023, 2024)
        ]
        assert {a.changed for a in report.altered} == {round(2 / 9, 4)}

    def test_the_outlet_that_drops_one_sides_points(self, report):
        assert [(c.outlet, c.side, c.left_out, c.points, c.cases) for c in report.coverage if c.left_out] == [
            ("Dawn Courier", "se", 6, 12, 3)
        ]
        assert report.coverage[0].left_out == 6
        assert {(c.points, c.few) for c in report.coverage} == {(12, True)}
        assert len(report.coverage) == 10

    def test_the_same_files_give_the_same_figures(self, calls, report):
        assert report_on(calls) == report


class TestChoice:
    @pytest.mark.parametrize("name", ["ru", "Russia", "russia", "Russian Federation"])
    def test_a_side_by_any_name(self, calls, name):
        report = report_on(calls, Chosen(side=name))
        assert (report.chosen.side, report.cases) == ("ru", 27)
        assert {row.side for row in report.raising} == {row.side for row in report.shifts} == {"ru"}
        assert all("ru" in (row.raised_by, row.side) for row in report.silences)
        assert one(report.silences, subject=GRAIN, side="ru").silent == 10
        assert (report.coverage, report.quoting) == ((), ())

    def test_a_side_that_is_none(self, calls):
        with pytest.raises(UsageError, match=r"--side Atlantis: is no side of this corpus; its sides are ru \(Russia\), tr"):
            report_on(calls, Chosen(side="Atlantis"))

    def test_days_are_within_and_a_case_without_one_is_not(self, calls):
        report = report_on(calls, Chosen(first=date(2022, 1, 15), last=date(2022, 10, 5)))
        assert (report.cases, report.failed) == (14, 0)
        assert report_on(calls, Chosen(first=date(2022, 1, 16))).cases == 47
        assert report_on(calls, Chosen(last=date(2023, 5, 5))).failed == 1

    def test_no_case_is_left(self, calls):
        with pytest.raises(UsageError, match="has no case from 2030-01-01 on"):
            report_on(calls, Chosen(first=date(2030, 1, 1)))

    @pytest.mark.parametrize(
        ("last", "unit", "periods"),
        [
            ((2024, 1, 15), "year", ["2022", "2023", "2024"]),
            ((2024, 1, 14), "quarter", [f"{year} Q{quarter}" for year in (2022, 2023) for quarter in (1, 2, 3, 4)]),
            ((2022, 7, 15), "quarter", ["2022 Q1", "2022 Q2", "2022 Q3"]),
            ((2022, 7, 14), "month", [f"2022-0{month}" for month in range(1, 7)]),
        ],
    )
    def test_time_is_counted_by_what_the_cases_span(self, calls, last, unit, periods):
        report = report_on(calls, Chosen(last=date(*last)))
        assert report.span.unit == unit
        assert [p.period for p in one(report.raising, subject=GRAIN, side="tr").periods] == periods


def small(folder, lines):
    """A corpus of a few cases."""
    manifest = folder / "few.jsonl"
    manifest.write_bytes(b"\n".join(msgspec.json.encode(line) for line in lines))
    build(lambda: read_cases(str(manifest)), folder / "few")
    return folder / "few"


class TestFolders:
    def test_one_case(self, tmp_path):
        report = report_on(small(tmp_path, known_calls.rows()[1:2]))
        row = one(report.silences, subject=GRAIN, side="ru", raised_by="tr")
        assert (row.silent + row.possible, row.cases, row.few) == (1, 1, True)
        assert report.shifts == ()
        assert report.span.unit == "month"
        assert "1 case, 2022-02-15 to 2022-02-15" in render_text(report, Style(80, False), 10)
        render_html(report, 10)

    def test_only_failures(self, tmp_path):
        report = report_on(small(tmp_path, known_calls.rows()[-2:]))
        assert (report.cases, report.failed, report.raising) == (0, 2, ())
        for made in (render_text(report, Style(80, False), 10), render_html(report, 10)):
            assert "2 more could not be compared" in made

    def test_cases_without_a_date_count_in_all(self, tmp_path):
        rows = [{key: value for key, value in row.items() if key != "date"} for row in known_calls.rows()[:3]]
        report = report_on(small(tmp_path, rows))
        row = one(report.raising, subject=GRAIN, side="tr")
        assert (row.cases, row.periods, report.span.undated) == (3, (), 3)
        assert "as no case has a date" in render_text(report, Style(None, False), 10)
        assert "<polyline" not in render_html(report, 10)

    def test_an_empty_corpus(self, run, tmp_path):
        build(lambda: iter(()), tmp_path / "none")
        done = run("corpus", "report", tmp_path / "none")
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.decode() == f"readoutdiff: {tmp_path / 'none'}: has no case; build it of texts that are there\n"

    @pytest.mark.parametrize("made", [False, True])
    def test_a_folder_that_is_none(self, run, tmp_path, made):
        folder = tmp_path / "none"
        if made:
            folder.mkdir()
        done = run("corpus", "report", folder)
        assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)
        assert ("is no corpus" if made else "no such folder") in done.stderr.decode()

    def test_a_build_that_is_not_finished(self, run, calls, tmp_path):
        there = shutil.copytree(calls, tmp_path / "calls")
        whole = run("corpus", "report", there)
        (there / "corpus.json").unlink()
        shutil.copy(next((there / "cases").iterdir()), there / "cases" / "00001-0123456789ab.parquet")  # its other tables are yet to come
        done = run("corpus", "report", there)
        assert done.returncode == 0
        assert done.stderr.decode().startswith(f"readoutdiff: {there}: is not finished (corpus.json is missing)")
        told = "The build of this corpus is not finished: this is what is there so far."
        assert re.sub("Compared by readoutdiff .*", told, whole.stdout.decode()) == done.stdout.decode()

    def test_a_folder_whose_name_is_a_pattern(self, calls, report, tmp_path):
        there = shutil.copytree(calls, tmp_path / "a*[b]?'c" / "calls")
        assert report_on(there) == report

    @pytest.mark.parametrize("table", ["cases", "findings"])
    def test_a_file_that_is_no_parquet(self, run, calls, tmp_path, table):
        there = shutil.copytree(calls, tmp_path / "calls")
        next((there / table).iterdir()).write_bytes(b"PAR1 and nothing more")
        done = run("corpus", "report", there)
        assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)
        assert "cannot be read" in done.stderr.decode()

    @pytest.mark.parametrize(
        "told", ["{", '{"cases": 1, "failures": 0, "readoutdiff": "9", "lexicon": "x", "schema": "readoutdiff/corpus/9"}']
    )
    def test_a_corpus_of_another_kind(self, calls, tmp_path, told):
        there = shutil.copytree(calls, tmp_path / "calls")
        (there / "corpus.json").write_text(told, encoding="utf-8")
        with pytest.raises(InputError, match="build the corpus anew"):
            report_on(there)

    def test_without_duckdb_it_says_what_to_install(self, run, calls, tmp_path):
        (tmp_path / "duckdb.py").write_text("raise ImportError", encoding="utf-8")
        done = run("corpus", "report", calls, PYTHONPATH=str(tmp_path))
        assert (done.returncode, done.stdout) == (2, b"")
        assert "pip install 'readoutdiff[corpus]'" in done.stderr.decode()


class TestText:
    @pytest.mark.parametrize("width", [80, 120])
    def test_whole(self, run, calls, width):
        done = run("corpus", "report", calls, "--width", width)
        assert (done.returncode, done.stderr) == (0, b"")
        check(f"corpus-{width}", re.sub("with lexicon [0-9a-f]+", "with lexicon …", done.stdout.decode()))

    def test_ascii(self, run, calls):
        done = run("corpus", "report", calls, "--top", 3, "--width", 80, PYTHONIOENCODING="ascii")
        assert "Turkey > Russia" in done.stdout.decode("ascii")
        assert "37% (22-72%)" in done.stdout.decode("ascii")

    def test_piped_it_has_no_colour_and_in_colour_the_same_words(self, run, calls):
        plain, coloured = (run("corpus", "report", calls, "--color", color).stdout.decode() for color in ("auto", "always"))
        assert "\x1b" not in plain
        assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == plain

    @pytest.mark.parametrize("width", [40, 57, 72, 80, 100])
    def test_no_line_is_wider_than_it_may_be(self, report, width):
        lines = render_text(report, Style(width, False), 99).splitlines()
        assert max(map(len, lines)) <= width

    def test_top(self, report):
        text = render_text(report, Style(80, False), 2)
        assert "2 of 4 rows" in text  # of silences by readouts
        assert "1 of 2 altered quotations" in render_text(report, Style(80, False), 1)

    def test_it_never_accuses(self, report):
        """A silence is no omission, and what is not decided is not hidden."""
        text = render_text(report, Style(None, False), 99)
        assert "omi" not in text.lower()
        assert "Silence proves nothing" in text
        assert "'Possible' is not decided" in text


class TestTables:
    def test_files_as_a_user_gets_them(self, run, calls, tmp_path):
        done = run("corpus", "report", calls, "--format", "csv", "-o", tmp_path / "tables")
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
        files = {path.name: path.read_bytes() for path in (tmp_path / "tables").iterdir()}
        assert files == render_csv(report_on(calls))
        told = "".join(f"{name}\n{data.decode('utf-8-sig')}\n" for name, data in sorted(files.items()))
        check("corpus-tables", told.replace("\r\n", "\n"))

    def test_all_rows_are_there(self, report):
        tables = {name: list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")))) for name, data in render_csv(report).items()}
        assert len(tables["silences.csv"]) == len(report.silences)
        assert len(tables["topics-by-period.csv"]) == sum(len(row.periods) for row in report.raising)
        (row,) = (r for r in tables["silences.csv"] if (r["subject"], r["raised_by"], r["side"]) == (GRAIN, "tr", "ru"))
        assert (row["silent"], row["cases"], row["share"], row["few"]) == ("10", "27", "0.3704", "false")

    @pytest.mark.parametrize(
        ("given", "told"),
        [
            (["--format", "csv"], "--format csv: is a table for each section; name a folder for them, as in -o tables"),
            (["--format", "csv", "-o", "tables", "--top", "3"], "--top: is for a report to read"),
            (["-o", "calls.csv"], "calls.csv: csv is a table for each section; name a folder"),
            (["-o", "calls.docx"], "calls.docx: docx is not written of a corpus"),
            (["-o", "calls.pdf"], "calls.pdf: .pdf is not written"),
            (["--from", "May 2022"], "--from May 2022: is no day; write it as 2022-02-24"),
            (["--side", "Atlantis"], "--side Atlantis: is no side of this corpus"),
            (["-o", "no/such/folder/calls.html"], "cannot be written"),
        ],
    )
    def test_wrong_use(self, run, calls, tmp_path, given, told):
        done = run("corpus", "report", calls, *given, cwd=tmp_path)
        assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)
        assert told in done.stderr.decode()
        assert list(tmp_path.iterdir()) == []


def spoilt(value, text):
    """A report in which every word that comes from outside is a text."""
    rows = {
        name: tuple(msgspec.structs.replace(row, **dict.fromkeys(_words_of(row), text)) for row in found)
        for name in ("reasons", "sides", "outlets", "raising", "silences", "shifts", "altered", "quoting", "coverage")
        for found in [getattr(value, name)]
    }
    return msgspec.structs.replace(value, corpus=text, names=dict.fromkeys(value.names, text), **rows)


def _words_of(row: Row):
    free = ("subject", "side", "raised_by", "outlet", "name", "case_id", "quoted", "readout", "problem", "reason", "example")
    return [name for name in free if name in row.__struct_fields__]


class TestInputIsData:
    @pytest.mark.parametrize("text", [*ACTING.values(), *FORMULAS], ids=[*ACTING, *map(repr, FORMULAS)])
    def test_in_text_and_tables(self, report, text):
        made = spoilt(report, text)
        for told in (render_text(made, Style(80, False), 3), render_text(made, Style(None, False), 3)):
            assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\ufeff]", told)
        for data in render_csv(made).values():
            rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
            assert all(harmless(cell) == cell or re.fullmatch(r"-\d\.\d+", cell) for row in rows for cell in row)

    def test_in_the_page(self, chromium, report, tmp_path):
        text = " ".join(ACTING.values())
        file = tmp_path / "hostile.html"
        file.write_text(render_html(spoilt(report, text), 3), encoding="utf-8", newline="\n")
        assert visible(text) != text
        with opened(chromium, file) as page:  # fails on any dialog, request or complaint
            assert page.locator("img, script, a:not([href^='#_'])").count() == 0
            assert "<script>alert(1)</script>" in page.inner_text("body")
            assert "{{ 7*7 }}" in page.inner_text("body")

    def test_through_a_corpus(self, run, tmp_path):
        line = dict(known_calls.rows()[28], id=f"=1+1 {ACTING['terminal']}", outlet=f"{ACTING['html']} {ACTING['terminal']}")
        folder = small(tmp_path, [line])
        done = run("corpus", "report", folder)
        assert (done.returncode, done.stderr) == (0, b"")
        assert b"\x1b" not in done.stdout
        assert "<script>alert(1)</script>" not in render_html(report_on(folder), 10)


class TestPage:
    @pytest.mark.parametrize("scheme", ["light", "dark"])
    @pytest.mark.parametrize("width", [1280, 390])
    def test_no_serious_fault_for_axe(self, chromium, page, scheme, width):
        axe = needed("axe_playwright_python.sync_playwright").Axe()
        with opened(chromium, page, width=width, color_scheme=scheme, bypass_csp=True) as shown:
            shown.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
            found = axe.run(shown).response["violations"]
            assert [(v["id"], v["nodes"][0]["html"]) for v in found if v["impact"] in ("serious", "critical")] == []
            assert shown.evaluate("document.documentElement.scrollWidth") <= width

    def test_every_chart_has_its_figures_in_words_and_in_a_table(self, chromium, page, report):
        with opened(chromium, page, java_script_enabled=False) as shown:
            row = shown.locator("#_silences ~ .bars li", has_text=GRAIN).first
            assert "raised by Turkey, Russia silent" in row.inner_text()
            assert "10 of 27, 37% (22–72%); possible 5, at most 56%" in row.inner_text()
            for summary in shown.locator("summary").all():
                summary.click()
            tables = shown.locator("table:visible")
            assert tables.count() == 6
            assert tables.nth(1).locator("tbody tr").count() == 4
            assert shown.locator("svg:not([aria-hidden])").count() == shown.locator(".key svg").count()

    def test_a_bar_is_as_long_as_its_share(self, chromium, page):
        with opened(chromium, page) as shown:
            bar = shown.locator("#_silences ~ .bars li", has_text=GRAIN).first
            track, silent, open_ = (bar.locator(f"rect.{kind}").bounding_box()["width"] for kind in ("track", "own", "undecided"))
            assert silent / track == pytest.approx(10 / 27, abs=0.01)
            assert open_ / track == pytest.approx(5 / 27, abs=0.01)

    def test_how_it_was_made_and_what_it_does_not_show(self, chromium, page, report):
        with opened(chromium, page) as shown:
            text = shown.inner_text("body")
            assert f"readoutdiff {report.maker.readoutdiff} with lexicon {report.maker.lexicon}" in text
            assert "Silence proves nothing" in text
            assert "how many of them are silences these figures do not know" in text
            assert "omi" not in text.lower()

    def test_print_and_forced_colours(self, chromium, page):
        with opened(chromium, page) as shown:
            assert shown.pdf(format="A4").startswith(b"%PDF")
            shown.emulate_media(media="print")
            assert shown.locator("nav").is_hidden()
        with opened(chromium, page, forced_colors="active") as shown:
            fills = [shown.evaluate(f"getComputedStyle(document.querySelector('.bars rect.{kind}')).fill") for kind in ("own", "undecided")]
            assert fills[0] != fills[1]
            assert "_hatch" in fills[1]


class TestCharts:
    @settings(max_examples=60, deadline=None)
    @given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=1, max_size=40))
    def test_a_panel_has_a_dot_for_each_period_with_a_case_and_no_line_over_a_gap(self, counts):
        periods = [_period(i, min(raises, cases), cases) for i, (raises, cases) in enumerate(counts)]
        drawn = panel(periods)
        assert len(drawn.dots) == sum(cases > 0 for _, cases in counts)
        joined = sum(len(line.split()) - 1 for line in drawn.lines)
        assert joined == sum(a > 0 and b > 0 for (_, a), (_, b) in pairwise(counts))
        assert all(8 <= dot.y <= 78 and dot.high <= dot.y <= dot.low and 34 <= dot.x <= 190 for dot in drawn.dots)

    def test_what_is_not_decided_stands_beside_what_is_silent(self, report):
        silent, undecided = silence_bar(one(report.silences, subject=GRAIN, side="ru", raised_by="tr")).pieces
        assert (silent.kind, silent.width) == ("own", 37.04)
        assert (undecided.kind, undecided.x, undecided.width) == ("undecided", 37.04, 18.52)


def _period(number, raises, cases):
    share = raises / cases if cases else None
    return Period(period=str(number), raises=raises, cases=cases, share=share, low=share and share / 2, high=share and (1 + share) / 2)
