"""A corpus: cases from what a user has, compared and kept; what failed is listed, what changed is done again."""

import csv
import json
import os
import shutil
import subprocess
import sys
import time
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import suppress
from typing import Any

import duckdb
import msgspec
import pytest

from readoutdiff import Case, Text, compare, compare_many, read, read_cases
from readoutdiff.contract import Comparison
from readoutdiff.corpus.columns import columns
from readoutdiff.corpus.tables import SCHEMA, TABLES
from readoutdiff.records import claims
from tests.conftest import SAMPLES
from tests.many_calls import data_in, rows, write_manifest

NO = "Norway asked for a ferry at dawn. The prime minister spoke with the prime minister of Sweden."
SE = "Sweden asked for a ferry at dawn. The prime minister spoke with the prime minister of Norway."


OF_SAMPLES = len(list(read_cases(str(SAMPLES))))


def put(folder, **texts):
    """Files under a folder; a name has __ for a folder's slash, and no ending."""
    for name, text in texts.items():
        path = folder / (name.replace("__", "/") + ".txt")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def told(folder):
    """What cases a folder makes: by id the day and whose texts."""
    return {case.id: (case.date, [text.party or text.role for text in case.texts]) for case in read_cases(str(folder))}


def asked(query):
    return duckdb.connect().execute(query).fetchall()


def table(corpus, name, columns="*", more=""):
    return asked(f"SELECT {columns} FROM '{corpus}/{name}/*.parquet' {more}")


class TestFolders:
    def test_names_that_differ_in_a_side_make_a_case(self, tmp_path):
        put(tmp_path, **{"2025-05-09-us": NO, "2025-05-09-ru": SE, "2025-05-09-article": NO})
        assert told(tmp_path) == {"2025-05-09": ("2025-05-09", ["article", "ru", "us"])}

    def test_a_side_may_have_a_long_name(self, tmp_path):
        put(tmp_path, grain_south_korea=NO, grain_Japan=SE)
        assert told(tmp_path) == {"grain": (None, ["jp", "kr"])}

    def test_a_folder_of_sides_is_a_case(self, tmp_path):
        put(tmp_path, **{"2024__20240301-grain__us": NO, "2024__20240301-grain__ru": SE})
        assert told(tmp_path) == {"2024/20240301-grain": ("2024-03-01", ["ru", "us"])}

    def test_folders_may_be_sides(self, tmp_path):
        put(tmp_path, us__2025_05_09=NO, ru__2025_05_09=SE)
        assert told(tmp_path) == {"2025_05_09": (None, ["ru", "us"])}

    def test_a_name_of_a_side_and_a_day_is_told_in_any_order(self, tmp_path):
        put(tmp_path, **{"US_20250509_readout": NO, "20250509-Russia": SE, "china.2022-07-06": NO, "readout-USA-2022-07-06": SE})
        assert told(tmp_path) == {"2022-07-06": ("2022-07-06", ["cn", "us"]), "20250509": ("2025-05-09", ["ru", "us"])}

    @pytest.mark.parametrize("between", ["-", "--", " - ", "_"])
    def test_a_side_of_two_words_whatever_stands_between(self, tmp_path, between):
        put(tmp_path, **{between.join(("grain", "call", *side)): text for side, text in ((("United", "States"), NO), (("Russia",), SE))})
        assert told(tmp_path) == {between.join(("grain", "call")): (None, ["ru", "us"])}

    def test_what_else_a_name_says_keeps_files_apart(self, tmp_path):
        put(tmp_path, **{"us-china-call-1": NO, "us-russia-call-1": SE})
        assert told(tmp_path) == {"us-china-call-1": (None, ["article"]), "us-russia-call-1": (None, ["article"])}

    def test_of_several_folders_the_name_stands_before_the_ids(self, tmp_path):
        put(tmp_path, archive__story=NO, wires__story=SE)
        cases = read_cases(str(tmp_path / "archive"), str(tmp_path / "wires"))
        assert [(case.id, case.problem) for case in cases] == [("archive/story", None), ("wires/story", None)]

    def test_what_has_no_partner_is_an_article(self, tmp_path):
        put(tmp_path, **{"walk-in": NO, "calls-2023-13-01-2023-12-01-ru": SE, "grain-call__article": NO})
        assert told(tmp_path) == {
            "calls-2023-13-01-2023-12-01-ru": ("2023-12-01", ["article"]),
            "grain-call": (None, ["article"]),
            "walk-in": (None, ["article"]),
        }

    def test_only_texts_count_and_nothing_hidden(self, tmp_path):
        put(tmp_path, a=NO, **{".hidden__b": NO})
        (tmp_path / "case.json").write_text("{}")
        assert [*told(tmp_path)] == ["a"]

    def test_two_texts_of_a_side_are_a_problem(self, tmp_path):
        put(tmp_path, **{"x-us": NO, "x-ru": SE})
        (tmp_path / "x-us.html").write_text("<p>Norway</p>")
        (case,) = read_cases(str(tmp_path))
        assert "are two texts of one side" in str(case.problem)

    def test_files_and_patterns_are_put_together_too(self, tmp_path):
        put(tmp_path, **{"x-us": NO, "x-ru": SE, "y-us": NO})
        files = [str(tmp_path / name) for name in ("x-us.txt", "x-ru.txt", "y-us.txt")]
        assert [case.id for case in read_cases(*files)] == ["x", "y-us"]
        assert [case.id for case in read_cases(str(tmp_path / "x-*.txt"))] == ["x"]


class TestManifests:
    def cases(self, tmp_path, header, *rows):
        with (tmp_path / "calls.csv").open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([header.split(","), *rows])
        return list(read_cases(str(tmp_path / "calls.csv")))

    def test_paths_and_texts(self, tmp_path):
        put(tmp_path, norway=NO)
        header = "id,date,outlet,note,article_text,readout:no,readout_text:se"
        full, bare = self.cases(
            tmp_path, header, ["a", "2025-05-06", "AP", "mine", "A story.", "norway.txt", SE], ["b", "", "", "", "A story."]
        )
        assert (full.id, full.date, full.outlet, full.problem) == ("a", "2025-05-06", "AP", None)
        assert [(t.role, t.party, t.name, t.data) for t in full.texts] == [
            ("article", None, "article", "A story."),
            ("readout", "no", "norway.txt", NO.encode()),
            ("readout", "se", "se", SE),
        ]
        assert (bare.id, bare.date, bare.outlet, len(bare.texts)) == ("b", None, None, 1)

    @pytest.mark.parametrize("between", [";", "\t"])
    def test_as_spreadsheets_of_other_countries_write_it(self, tmp_path, between):
        text = between.join(("ID", "Date", "Article_text")) + "\r\n" + between.join(("a", "2025-05-06", '"A story; and more."')) + "\r\n"
        (tmp_path / "calls.csv").write_bytes(b"\xef\xbb\xbf" + text.encode())
        (case,) = read_cases(str(tmp_path / "calls.csv"))
        assert (case.id, case.date, case.texts[0].data) == ("a", "2025-05-06", "A story; and more.")

    def test_json_lines_say_the_same(self, tmp_path):
        row = {"id": 7, "date": None, "article_text": "A story.", "mine": {"x": [1]}}
        (tmp_path / "calls.jsonl").write_text(f"\n{json.dumps(row)}\n", encoding="utf-8")
        (case,) = read_cases(str(tmp_path / "calls.jsonl"))
        assert (case.id, case.date, case.texts) == ("7", None, (Text(role="article", name="article", data="A story."),))

    @pytest.mark.parametrize(
        ("header", "row", "problem"),
        [
            ("id,article", ["a", "nix.txt"], "no such file"),
            ("id,article", ["", "nix.txt"], "calls.csv:2: has no id"),
            ("id,article", ["a", ""], "names no text"),
            ("id,article", ["a", "x", "y", "z"], "has 4 cells for 3 columns"),
            ("id,date,article_text", ["a", "May 6", "x"], "date 'May 6' is no day; write it as 2025-05-06"),
            ("id,date,article_text", ["a", "20250506", "x"], "is no day"),
            ("id,article,article_text", ["a", "x", "y"], "has both article and article_text"),
            ("id,readout_text:us,readout_text:USA", ["a", "x", "y"], "has both readout_text:us and readout_text:usa, which are one side's"),
            ("id,readout:Russia,readout_text:ru", ["a", "x", "y"], "has both readout:russia and readout_text:ru, which are one side's"),
            ("id,readout_text:Avalon,readout_text: avalon", ["a", "x", "y"], "has both readout_text:avalon and readout_text: avalon"),
            ("id,readout_text", ["a", "x"], "name the column article, or readout: with its side"),
            ("id,article_text:us", ["a", "x"], "name the column article, or readout: with its side"),
            ("id,article", ["a", "https://example.org"], "does not use the network"),
        ],
    )
    def test_a_row_that_is_wrong_is_a_problem_of_its_own(self, tmp_path, header, row, problem):
        wrong, right = self.cases(tmp_path, header + ",readout_text:no", row, ["right", *[""] * header.count(","), NO])
        assert problem in wrong.problem
        assert (right.id, right.problem) == ("right", None)

    def test_two_names_of_a_side_are_told_apart_by_row(self, tmp_path):
        """As in manifests that were put together: each row has one of them."""
        header = "id,readout_text:us,readout_text:USA,readout_text:no"
        one, other = self.cases(tmp_path, header, ["a", SE, "", NO], ["b", "", SE, NO])
        assert [(case.problem, [t.party for t in case.texts]) for case in (one, other)] == [(None, ["us", "no"]), (None, ["usa", "no"])]

    @pytest.mark.parametrize("line", ["[1]", "{", "null", '{"id": "a", "article_text": ["x"]}', '{"id": {}, "article_text": "x"}'])
    def test_so_is_a_line(self, tmp_path, line):
        (tmp_path / "calls.jsonl").write_text(f'{{"id": "right", "article_text": "x"}}\n{line}\n', encoding="utf-8")
        right, wrong = read_cases(str(tmp_path / "calls.jsonl"))
        assert (right.problem, wrong.id) == (None, "calls.jsonl:2")
        assert str(wrong.problem).startswith("calls.jsonl:2: ")

    def test_an_id_counts_once(self, tmp_path):
        first, second, third = self.cases(tmp_path, "id,article_text", ["a", "x"], ["a", "y"], ["a", "z"])
        assert (first.id, second.id, third.id) == ("a", "a (2)", "a (3)")
        assert first.problem is None
        assert "is there more than once" in second.problem

    @pytest.mark.parametrize(
        ("data", "words"),
        [
            (b"", "has no column for id in its first line, which has nothing"),
            (b"name,text\na,b\n", "has no column for id in its first line, which has name, text;"),
            (b"id,text\na,b\n", "has no column for any text in its first line, which has id, text;"),
            (b"id,article,readout_us\na,b,c\n", "has the column readout_us, which is no column of a manifest"),
            (b"id,article,article\na,b,c\n", "has the column article twice"),
            (b'id,article\na,"b\n', "is no CSV"),
            (b"id,article\na,caf\xe9\n", "is not in UTF-8"),
            (b"\x00\x01\x02", "has no column for id"),
        ],
    )
    def test_what_is_no_manifest_ends_it(self, run, tmp_path, data, words):
        (tmp_path / "calls.csv").write_bytes(data)
        done = run("corpus", "build", "calls.csv", "--out", "corpus", cwd=tmp_path)
        assert (done.returncode, done.stdout) == (2, b"")
        assert words in done.stderr.decode()
        assert done.stderr.count(b"\n") == 1


class TestMany:
    def cases(self, number):
        for row in rows(number):
            texts = tuple(Text(role="readout", name=k[-2:], party=k[-2:], data=v) for k, v in row.items() if k.startswith("readout"))
            yield Case(id=row["id"], texts=texts)

    def test_it_is_what_compare_gives(self):
        for done in compare_many(self.cases(5)):
            documents = [read(t.data, name=t.name, role="readout", party=t.party) for t in done.case.texts]
            assert done.comparison == compare(*documents)

    def test_the_order_is_that_of_the_cases_whoever_does_it(self):
        from readoutdiff.corpus.processes import Processes

        with Processes(2) as executor:
            many = list(compare_many(self.cases(40), executor))
        assert many == list(compare_many(self.cases(40)))

    def test_no_more_are_asked_for_than_are_under_way(self, monkeypatch):
        from concurrent.futures import ThreadPoolExecutor

        from readoutdiff.corpus import handing

        monkeypatch.setattr(handing, "AHEAD", 8)
        taken = []

        def noted():
            for case in self.cases(60):
                taken.append(case.id)
                yield case

        with ThreadPoolExecutor(1) as executor:
            for n, _ in enumerate(compare_many(noted(), executor), 1):
                assert len(taken) - n <= 8

    def test_who_dies_over_a_case_costs_no_other_one_its_result(self):
        from readoutdiff.corpus.processes import Processes

        cases = list(self.cases(12))
        with Processes(2) as executor:
            done = list(handed_out_with_death(cases, executor))
        assert [result for result in done if result != "lost"] == [case.id for case in cases if case.id != "call-00005"]
        assert done[5] == "lost"

    def test_a_lexicon_is_read_once_and_refused_when_wrong(self, tmp_path):
        (tmp_path / "mine.toml").write_text('[[party]]\nid = "pif"\nname = "the Forum"\nadjective = "Forum"\nnames = ["Forum"]\n')
        pif = Text(role="readout", name="a", party="pif", data=NO)
        case = Case(id="a", texts=(pif, Text(role="readout", name="b", party="se", data=SE)))
        assert str(next(compare_many([case])).problem).startswith("unknown side 'pif'")
        assert next(compare_many([case], lexicon=str(tmp_path / "mine.toml"))).comparison is not None
        (tmp_path / "mine.toml").write_text("[[party]]\n")
        with pytest.raises(Exception, match="id"):
            compare_many([case], lexicon=str(tmp_path / "mine.toml"))

    def test_a_fault_of_ours_is_a_problem_of_the_case(self, monkeypatch):
        from readoutdiff.corpus import comparing

        def broken(*_, **__):
            raise RecursionError("too deep")

        monkeypatch.setattr(comparing, "compare", broken)
        (done,) = compare_many([Case(id="a", texts=(Text(role="article", name="a", data=NO),))])
        assert done.problem == "internal error: RecursionError: too deep; readoutdiff --debug compare of its texts shows what to report"


class Dying(Executor):
    """An executor whose every process dies."""

    def submit(self, fn, /, *args, **kwargs):
        future: Future[Any] = Future()
        future.set_exception(BrokenExecutor("a process died"))
        return future


def die_over(case):
    """Work that ends its process over one case."""
    if case.id == "call-00005":
        import os

        os._exit(9)
    return case.id


def handed_out_with_death(cases, executor):
    from readoutdiff.corpus.handing import handed_out

    return handed_out(die_over, cases, executor, lambda case: case.size, lambda *_: "lost")


@pytest.fixture(scope="module")
def samples(tmp_path_factory):
    """A corpus of the samples, and of a case that cannot be compared."""
    from pathlib import Path

    from readoutdiff.corpus.building import build

    folder = tmp_path_factory.mktemp("corpus")
    put(folder / "in", alone__no=NO, alone__story="")
    read = lambda: read_cases(str(SAMPLES), str(folder / "in"))  # noqa: E731
    build(read, Path(folder / "out"))
    return folder / "out"


class TestTables:
    @pytest.mark.parametrize("name", TABLES)
    def test_the_columns_are_as_told(self, samples, name):
        described = asked(f"DESCRIBE SELECT * FROM '{samples}/{name}/*.parquet'")
        assert {row[0]: row[1].replace('"', "") for row in described} == {k: v.replace('"', "") for k, v in columns(name).items()}

    def test_the_schema_is_in_every_file(self, samples):
        for path in samples.glob("*/*.parquet"):
            told = dict(asked(f"SELECT key, value FROM parquet_kv_metadata('{path}')"))
            assert told[b"schema"] == SCHEMA.encode()

    def test_every_row_is_of_a_case_and_leads_to_its_characters(self, samples):
        kept = {id_: msgspec.json.decode(told, type=Comparison) for id_, told in table(samples, "cases", "case_id, comparison")}
        assert len(kept) == OF_SAMPLES
        for id_, document, start, end, text in table(samples, "segments", 'case_id, document, "start", "end", text'):
            assert next(d.text for d in kept[id_].documents if d.id == document)[start:end] == text
        for id_, comparison in kept.items():
            n = table(samples, "claims", "count(*)", f"WHERE case_id = '{id_}'")[0][0]
            assert n == len(claims(comparison))
            stances = table(samples, "topics", "topic, party", f"WHERE case_id = '{id_}' AND stance = 'raises' ORDER BY n")
            assert stances == [(t.id, p) for t in comparison.topics for p in [party.id for party in comparison.parties] if p in t.segments]

    def test_what_failed_is_a_row_with_its_reason(self, samples):
        assert table(samples, "failures", "case_id, problem") == [("in/alone", "story.txt: is empty; give a text")]

    def test_corpus_json_says_what_made_it(self, samples):
        told = json.loads((samples / "corpus.json").read_bytes())
        assert (told["schema"], told["cases"], told["failures"]) == (SCHEMA, OF_SAMPLES + 1, 1)


class TestBuilding:
    def test_from_one_process_or_many_the_bytes_are_the_same(self, run, tmp_path):
        write_manifest(tmp_path / "calls.jsonl", 20)
        for jobs in ("1", "3"):
            done = run("corpus", "build", "calls.jsonl", "--out", f"with-{jobs}", "--jobs", jobs, cwd=tmp_path)
            assert (done.returncode, done.stderr, done.stdout.decode()) == (0, b"", f"with-{jobs}: 20 cases; none failed\n")
        assert data_in(tmp_path / "with-1") == data_in(tmp_path / "with-3")

    def test_from_standard_input_too(self, run, tmp_path):
        manifest = write_manifest(tmp_path / "calls.jsonl", 5)
        run("corpus", "build", manifest, "--out", tmp_path / "named", "--jobs", "1")
        done = run("corpus", "build", "-", "--out", tmp_path / "given", "--jobs", "1", stdin=manifest.read_bytes())
        assert done.returncode == 0
        assert data_in(tmp_path / "named") == data_in(tmp_path / "given")

    def test_what_has_not_changed_is_not_done_again(self, run, tmp_path):
        write_manifest(tmp_path / "calls.jsonl", 8)
        build = ("corpus", "build", "calls.jsonl", "--out", "corpus", "--jobs", "1")
        run(*build, cwd=tmp_path)
        assert b"8 cases, 8 of them were there; none failed" in run(*build, cwd=tmp_path).stdout
        lines = (tmp_path / "calls.jsonl").read_text(encoding="utf-8").replace("tariffs on steel", "tariffs on cotton").splitlines()
        changed = sum("cotton" in line for line in lines)
        new = {"id": "another", "readout_text:no": NO, "readout_text:se": SE}
        (tmp_path / "calls.jsonl").write_text("\n".join([json.dumps(new), *lines[:3], *lines[4:]]), encoding="utf-8")
        kept = 8 - changed - ("cotton" not in lines[3])
        assert 0 < kept < 8
        assert f"8 cases, {kept} of them were there; none failed" in run(*build, cwd=tmp_path).stdout.decode()
        shutil.copy(tmp_path / "calls.jsonl", tmp_path / "again.jsonl")
        run("corpus", "build", "again.jsonl", "--out", "fresh", "--jobs", "1", cwd=tmp_path)
        assert data_in(tmp_path / "corpus") == data_in(tmp_path / "fresh")

    def test_what_is_no_longer_given_is_taken_away_and_told(self, run, tmp_path):
        put(tmp_path / "in", **{"a-no": NO, "a-se": SE, "b-no": NO, "b-se": SE})
        run("corpus", "build", "in", "--out", "corpus", "--jobs", "1", cwd=tmp_path)
        (tmp_path / "in" / "b-no.txt").unlink()
        (tmp_path / "in" / "b-se.txt").unlink()
        done = run("corpus", "build", "in", "--out", "corpus", "--jobs", "1", cwd=tmp_path)
        assert done.stdout == b"corpus: 1 case, 1 of them were there; none failed\n"
        assert done.stderr == b"readoutdiff: 1 case of an earlier build no longer given, and taken away\n"
        assert table(tmp_path / "corpus", "cases", "case_id") == [("a",)]

    def test_what_is_not_compared_is_told_apart(self, run, tmp_path):
        put(tmp_path / "in", **{"a-no": NO, "a-se": SE, "lone": NO})
        done = run("corpus", "build", "in", "--out", "corpus", "--jobs", "1", cwd=tmp_path)
        assert done.stdout.startswith(b"corpus: 2 cases; 1 not compared: ")
        assert done.stdout.endswith(b"; none failed\n")

    def test_files_of_somebody_else_stay_where_they_are(self, run, tmp_path):
        put(tmp_path / "in", **{"a-no": NO, "a-se": SE})
        build = ("corpus", "build", "in", "--out", "corpus", "--jobs", "1")
        run(*build, cwd=tmp_path)
        put(tmp_path / "corpus", cases__notes="mine", topics__plots__one="mine")
        assert run(*build, cwd=tmp_path).returncode == 0
        assert run(*build, "--force", cwd=tmp_path).returncode == 0
        assert (tmp_path / "corpus" / "cases" / "notes.txt").read_text() == "mine"
        assert (tmp_path / "corpus" / "topics" / "plots" / "one.txt").read_text() == "mine"

    def test_a_case_that_ends_every_process_fails_alone_with_a_lexicon_too(self, tmp_path):
        from readoutdiff.corpus.building import build
        from readoutdiff.lexicon.extending import UserFile

        mine = UserFile("mine.toml", b'[[topic]]\nid = "silk road"\nlabel = "Silk road"\nterms = ["silk road"]\n')
        put(tmp_path / "in", **{"a-no": NO, "a-se": SE})
        done = build(lambda: read_cases(str(tmp_path / "in")), tmp_path / "out", Dying(), lexicon=mine)
        assert (done.cases, done.failed) == (1, 1)
        assert "ended before it was done" in table(tmp_path / "out", "failures", "problem")[0][0]

    def test_while_parts_are_added_nothing_says_that_all_is_there(self, tmp_path, monkeypatch):
        from readoutdiff.corpus import plan
        from readoutdiff.corpus.building import build

        monkeypatch.setattr(plan, "CASES", 1)
        put(tmp_path / "in", **{"a-no": NO, "a-se": SE})
        build(lambda: read_cases(str(tmp_path / "in")), tmp_path / "out")
        put(tmp_path / "in", **{"b-no": NO, "b-se": SE})
        there = []
        build(
            lambda: read_cases(str(tmp_path / "in")),
            tmp_path / "out",
            tell=lambda _: there.append((tmp_path / "out" / "corpus.json").exists()),
        )
        assert there == [False, False]
        assert (tmp_path / "out" / "corpus.json").exists()

    def test_force_and_another_lexicon_do_all_again(self, run, tmp_path):
        write_manifest(tmp_path / "calls.jsonl", 3)
        build = ("corpus", "build", "calls.jsonl", "--out", "corpus", "--jobs", "1")
        run(*build, cwd=tmp_path)
        before = data_in(tmp_path / "corpus")
        assert run(*build, "--force", cwd=tmp_path).stdout == b"corpus: 3 cases; none failed\n"
        assert data_in(tmp_path / "corpus") == before
        (tmp_path / "mine.toml").write_text('[[topic]]\nid = "silk road"\nlabel = "Silk road"\nterms = ["silk road"]\n')
        assert run(*build, "--lexicon", "mine.toml", cwd=tmp_path).stdout == b"corpus: 3 cases; none failed\n"

    def test_failures_are_listed_and_tried_again(self, run, tmp_path):
        (tmp_path / "calls.csv").write_text(f'id,readout:se,readout_text:no\nmissing,story.txt,"{NO}"\n', encoding="utf-8")
        build = ("corpus", "build", "calls.csv", "--out", "corpus", "--jobs", "1")
        done = run(*build, cwd=tmp_path)
        assert (done.returncode, done.stdout) == (4, b"corpus: 1 case; 1 failed\n")
        assert done.stderr.startswith(b"readoutdiff: missing: story.txt: no such file")
        (tmp_path / "story.txt").write_text(SE, encoding="utf-8")
        done = run(*build, cwd=tmp_path)
        assert (done.returncode, done.stderr, table(tmp_path / "corpus", "failures")) == (0, b"", [])

    def test_many_failures_are_counted(self, run, tmp_path):
        lines = "".join(f"case-{n},nix.txt\n" for n in range(24))
        (tmp_path / "calls.csv").write_text("id,article\n" + lines, encoding="utf-8")
        done = run("corpus", "build", "calls.csv", "--out", "corpus", "--jobs", "1", cwd=tmp_path)
        assert done.stderr.count(b"no such file") == 20
        assert b"and 4 more, which are in corpus/failures" in done.stderr

    def test_a_text_over_the_limit_and_an_unreadable_file_fail_alone(self, run, tmp_path):
        put(tmp_path / "in", **{"a-no": NO, "a-se": SE, "long-no": NO, "bytes-no": NO})
        (tmp_path / "in" / "long-se.txt").write_bytes(b"word " * (3 * 1024 * 1024))
        (tmp_path / "in" / "bytes-se.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
        done = run("corpus", "build", "in", "--out", "corpus", "--jobs", "1", cwd=tmp_path)
        assert (done.returncode, done.stdout) == (4, b"corpus: 3 cases; 2 failed\n")
        assert b"over 10 MiB" in done.stderr
        assert table(tmp_path / "corpus", "cases", "case_id") == [("a",)]

    def test_a_name_with_any_characters(self, run, tmp_path):
        put(tmp_path / "in [1]", **{"it's {a} *b*-no": NO, "it's {a} *b*-se": SE})
        out = "o'ut [2] *?"
        done = run("corpus", "build", "in [1]", "--out", out, cwd=tmp_path)
        assert (done.returncode, done.stderr) == (0, b"")
        again = run("corpus", "build", "in [1]", "--out", out, "--force", cwd=tmp_path)
        assert again.returncode == 0
        shown = run("corpus", "show", out, "it's {a} *b*", cwd=tmp_path)
        assert shown.returncode == 0
        assert b"Norway" in shown.stdout

    @pytest.mark.parametrize(
        ("args", "words"),
        [
            (["nix", "--out", "corpus"], "nix: no such file or folder; check the name"),
            (["nix*.txt", "--out", "corpus"], "nix*.txt: fits no file"),
            (["https://example.org/a", "--out", "corpus"], "does not use the network"),
            (["in", "--out", "file"], "file: is a file; name a folder"),
            (["in", "--out", "full"], "full: is not empty, and no corpus; name another folder"),
            (["in", "--out", "corpus", "--jobs", "2", "--scheduler", "tcp://x:1"], "do not go together"),
            (["in", "--out", "corpus", "--lexicon", "nix.toml"], "nix.toml: cannot be read"),
            (["-", "-", "--out", "corpus"], "can be given once only"),
        ],
    )
    def test_wrong_use_is_one_line(self, run, tmp_path, args, words):
        put(tmp_path, **{"in__a-no": NO, "in__a-se": SE, "full__notes": "mine"})
        (tmp_path / "file").write_text("mine")
        done = run("corpus", "build", *args, cwd=tmp_path)
        assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)
        assert words in done.stderr.decode()
        assert (tmp_path / "full" / "notes.txt").read_text() == "mine"

    def test_one_builder_at_a_time(self, run, tmp_path):
        import filelock

        write_manifest(tmp_path / "calls.jsonl", 1)
        (tmp_path / "corpus" / ".build").mkdir(parents=True)
        with filelock.FileLock(tmp_path / "corpus" / ".build" / "lock"):
            done = run("corpus", "build", "calls.jsonl", "--out", "corpus", cwd=tmp_path)
        assert done.returncode == 2
        assert b"another build is at work there" in done.stderr

    def test_a_file_that_goes_while_it_builds_fails_alone(self, tmp_path):
        from readoutdiff.corpus.building import build

        put(tmp_path / "in", **{"a-no": NO, "a-se": SE, "b-no": NO, "b-se": SE, "c-no": NO, "c-se": SE})
        times = []

        def read():
            times.append(1)
            if len(times) == 2:
                (tmp_path / "in" / "b-no.txt").unlink()
                (tmp_path / "in" / "b-se.txt").unlink()
                (tmp_path / "in" / "c-no.txt").write_text(NO + " The ferry is old.", encoding="utf-8")
            return read_cases(str(tmp_path / "in"))

        assert build(read, tmp_path / "out").failed == 1
        assert "gone when its turn came" in table(tmp_path / "out", "failures", "problem")[0][0]
        assert build(lambda: read_cases(str(tmp_path / "in")), tmp_path / "out").failed == 0
        build(lambda: read_cases(str(tmp_path / "in")), tmp_path / "fresh")
        assert data_in(tmp_path / "out") == data_in(tmp_path / "fresh")


class TestShowing:
    def test_a_case_is_shown_as_it_would_be_compared(self, run, samples):
        readouts = SAMPLES / "victory-day-readouts"
        shown = run("corpus", "show", samples, "samples/victory-day-readouts", "--format", "json").stdout
        assert (
            shown == run("compare", "--readout", f"il={readouts / 'il.txt'}", "--readout", f"ru={readouts / 'ru.txt'}", "-f", "json").stdout
        )

    def test_the_options_of_a_report_hold(self, run, samples):
        shown = run("corpus", "show", samples, "samples/victory-day-readouts", "--only", "shared", "--top", "1").stdout.decode()
        assert "congratulations" in shown
        assert shown.count("raised by Israel and Russia") == 1

    @pytest.mark.parametrize(
        ("id_", "words"),
        [
            ("samples/victory-day-readout", "is samples/victory-day-readouts meant?"),
            ("zzz", "its ids are in the column case_id"),
            ("in/alone", "could not be compared: story.txt: is empty"),
        ],
    )
    def test_what_is_not_there_is_told(self, run, samples, id_, words):
        done = run("corpus", "show", samples, id_)
        assert (done.returncode, done.stdout) == (2, b"")
        assert words in done.stderr.decode()

    def test_nor_is_a_folder_that_is_no_corpus(self, run, tmp_path):
        done = run("corpus", "show", tmp_path, "x")
        assert done.returncode == 2
        assert b"is no corpus" in done.stderr


class TestProgress:
    def test_on_a_terminal_it_is_a_bar_with_rate_and_time_left(self, tmp_path):
        import pty

        write_manifest(tmp_path / "calls.jsonl", 12)
        command = [sys.executable, "-m", "readoutdiff", "corpus", "build", "calls.jsonl", "--out", "corpus", "--jobs", "1"]
        master, slave = pty.openpty()
        building = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=slave)
        os.close(slave)
        shown = b""
        with suppress(OSError):  # it has ended, and nobody holds the terminal
            while data := os.read(master, 1 << 16):  # all the while: a terminal keeps little of what nobody reads
                shown += data
        os.close(master)
        assert building.communicate()[0] == b"corpus: 12 cases; none failed\n"
        assert b"12/12" in shown
        assert b"a second" in shown
        assert b"0:00:00" in shown

    def test_elsewhere_it_is_a_line_a_minute(self, monkeypatch, capsys):
        from readoutdiff.corpus import meter
        from readoutdiff.corpus.building import Progress

        monkeypatch.setattr(meter, "_MINUTE", 0.05)
        with meter.meter() as tell:
            tell(Progress(cases=100, before=10, done=0))
            time.sleep(0.1)
            tell(Progress(cases=100, before=10, done=30))
            tell(Progress(cases=100, before=10, done=31))
        told = capsys.readouterr().err
        assert told.count("\n") == 1
        assert told.startswith("readoutdiff: 40 of 100 cases, ")
        assert "a second, " in told
        assert told.endswith(" minutes left\n")


def test_files_go_by_the_sides_of_a_users_lexicon(run, tmp_path):
    (tmp_path / "mine.toml").write_text(
        '[[party]]\nid = "fjord"\nname = "Fjord League"\nadjective = "League"\nnames = []\nexample = "The Fjord League spoke."\n',
        encoding="utf-8",
    )
    (tmp_path / "calls").mkdir()
    for side in ("fjord", "no"):
        (tmp_path / "calls" / f"2025-05-09-{side}.txt").write_text("The ministers spoke of cod quotas today.", encoding="utf-8")
    (case,) = read_cases(str(tmp_path / "calls"), lexicon=str(tmp_path / "mine.toml"))
    assert [text.party for text in case.texts] == ["fjord", "no"]
    built = run("corpus", "build", tmp_path / "calls", "--out", tmp_path / "data", "--lexicon", tmp_path / "mine.toml")
    assert built.stdout.endswith(b": 1 case; none failed\n")
