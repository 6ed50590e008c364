"""Files with values in them, changed in any way: they are read, or refused in one line, and what is read is used without harm."""

import copy
import csv
import datetime
import io
import json
import tomllib

import pytest
import tomli_w
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readoutdiff import ReadoutdiffError, compare, compare_many, corrections_of, grade, read, read_cases, similarity, without_texts
from readoutdiff.checksums import sha256
from readoutdiff.exercise.answers import gather_answers
from readoutdiff.exercise.folder import build, read_folder, write_folder
from readoutdiff.exercise.making import make_exercise
from readoutdiff.exercise.marks import write_marks
from readoutdiff.lexicon.extending import UserFile
from readoutdiff.lexicon.knowledge import read_lexicon
from readoutdiff.render.html.page import render_html
from tests.conftest import DEMO

few = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
CHARS = st.characters(exclude_categories=["Cs"])
PLAIN = st.one_of(
    st.text(CHARS, max_size=12),
    st.sampled_from(["", " ", "no", "statement", "shared", "fi", "ee", "\n", "a/b", "choice", "2025-05-06", "-", "\x00", "‮", "=1+1"]),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
)
VALUES = st.recursive(PLAIN, lambda v: st.lists(v, max_size=3) | st.dictionaries(st.text(CHARS, max_size=5), v, max_size=3), max_leaves=5)
LEXICON = {
    "party": [{"id": "pif", "name": "Pacific Forum", "adjective": "Forum", "capital": ["Suva"], "people": ["islanders"]}],
    "leader": [{"name": "Ana Tui", "party": "pif", "title": "secretary general", "from": datetime.date(2024, 1, 1)}],
    "cue": [{"verb": "talanoa", "kind": "say", "forms": ["talanoaed"]}],
    "topic": [{"id": "reefs", "label": "reefs", "terms": ["coral reef", "bleaching"], "not": ["reef knot"]}],
}


def places(tree, at=()):
    """Where a tree of values has one, as keys from its root."""
    found = [at] if at else []
    for key in tree if isinstance(tree, dict) else range(len(tree)) if isinstance(tree, list) else ():
        found += places(tree[key], (*at, key))
    return found


@st.composite
def changed(draw, tree, values=VALUES):
    """A tree of values with one to three of them changed, deleted, doubled, moved or put in."""
    tree = copy.deepcopy(tree)
    for _ in range(draw(st.integers(1, 3))):
        there = places(tree)
        if not there:
            break
        *path, last = draw(st.sampled_from(there))
        inside = tree
        for key in path:
            inside = inside[key]
        how = draw(st.sampled_from(["change", "delete", "double", "put in", "as another"]))
        if how == "delete":
            del inside[last]
        elif how == "double" and isinstance(inside, list):
            inside.append(copy.deepcopy(inside[last]))
        elif how == "put in" and isinstance(inside, dict):
            inside[draw(st.text(CHARS, max_size=6))] = draw(values)
        elif how == "as another":
            *path, key = draw(st.sampled_from(there))
            other = tree
            for step in path:
                other = other[step]
            inside[last] = copy.deepcopy(other[key])
        else:
            inside[last] = draw(values)
    return tree


def done_or_refused(call):
    """What a call gives, None where it is refused in one line; any other exception fails the test."""
    try:
        return call()
    except ReadoutdiffError as error:
        assert str(error)
        assert "\n" not in str(error), str(error)
        return None


@pytest.fixture(scope="module")
def story():
    return read(DEMO.read_bytes(), name="story.txt")


@pytest.fixture(scope="module")
def saved(story):
    return tomllib.loads(corrections_of(compare(story)))


@pytest.fixture(scope="module")
def lesson(story, tmp_path_factory):
    folder = tmp_path_factory.mktemp("values") / "lesson"
    write_folder(folder, *make_exercise(compare(story)))
    return folder


@settings(few, max_examples=15)
@given(data=st.data())
def test_any_lexicon(data):
    raw = tomli_w.dumps(data.draw(changed(LEXICON))).encode()
    done_or_refused(lambda: read_lexicon(UserFile("mine.toml", raw)))


@few
@given(data=st.data())
def test_any_corrections(data, story, saved, tmp_path):
    path = tmp_path / "corrections.toml"
    path.write_bytes(tomli_w.dumps(data.draw(changed(saved))).encode())
    result = done_or_refused(lambda: compare(story, corrections=str(path)))
    if result is not None:
        json.loads(without_texts(result).to_json())
        tomllib.loads(corrections_of(result))
        render_html(result, {"en": "English"})


@few
@given(data=st.data())
def test_any_key(data, lesson, tmp_path):
    (tmp_path / "exercise.json").write_bytes((lesson / "exercise.json").read_bytes())
    key = tomllib.loads((lesson / "key.toml").read_text(encoding="utf-8"))
    (tmp_path / "key.toml").write_bytes(tomli_w.dumps(data.draw(changed(key))).encode())
    done_or_refused(lambda: build(tmp_path))


@few
@given(data=st.data())
def test_any_exercise(data, lesson, tmp_path):
    exercise, key = json.loads((lesson / "exercise.json").read_bytes()), (lesson / "key.toml").read_text(encoding="utf-8")
    raw = json.dumps(data.draw(changed(exercise))).encode()
    old = sha256((lesson / "exercise.json").read_bytes())
    (tmp_path / "exercise.json").write_bytes(raw)
    (tmp_path / "key.toml").write_bytes(key.replace(old, sha256(raw)).encode())
    done_or_refused(lambda: build(tmp_path))


@few
@given(data=st.data())
def test_any_answers(data, lesson, tmp_path):
    exercise, key = read_folder(lesson)
    told = {
        item.id: list(key.of(item.id).answer) if not isinstance(key.of(item.id).answer, str) else key.of(item.id).answer
        for item in exercise.items
    }
    whole = {"schema": "readoutdiff/answers/1", "exercise": key.exercise, "student": "a", "answers": told}
    (tmp_path / "a.json").write_bytes(json.dumps(data.draw(changed(whole))).encode())
    rows = data.draw(changed([["student", "item", "answer"], *([f"s{n % 3}", *pair] for n, pair in enumerate(told.items()))]))
    out = io.StringIO()
    csv.writer(out).writerows(row if isinstance(row, list) else [row] for row in rows)
    (tmp_path / "b.csv").write_bytes(out.getvalue().encode())
    sure, failures = gather_answers([str(tmp_path / "a.json"), str(tmp_path / "b.csv")], exercise, key.exercise)
    assert all("\n" not in failure.problem for failure in failures)
    write_marks(tmp_path / "marks", exercise, key, sure, grade(exercise, key, sure, failures))


ROW = {
    "id": "ferry",
    "date": "2025-05-06",
    "outlet": "A",
    "readout_text:no": "Norway asked for a ferry.",
    "readout_text:se": "Sweden thanked Norway.",
}


@few
@given(data=st.data(), ending=st.sampled_from(["jsonl", "csv"]))
def test_any_manifest(data, ending, tmp_path):
    rows = data.draw(changed([ROW, {"id": "b", "article": "story.txt"}, {"id": "c", "article_text": "Norway said so. Sweden said no."}]))
    path = tmp_path / f"cases.{ending}"
    if ending == "jsonl":
        path.write_bytes("\n".join(map(json.dumps, rows)).encode())
    else:
        names = list(dict.fromkeys(key for row in rows if isinstance(row, dict) for key in row))
        out = io.StringIO()
        csv.writer(out).writerows([names, *([row.get(name) for name in names] for row in rows if isinstance(row, dict))])
        path.write_bytes(out.getvalue().encode())
    for done in done_or_refused(lambda: list(compare_many(read_cases(str(path))))) or ():
        assert done.problem is None or "internal error" not in done.problem, done.problem


@few
@given(st.lists(st.text(max_size=60), max_size=4), st.lists(st.text(max_size=60), max_size=4))
def test_any_statements(left, right):
    rows = similarity(left, right)
    assert [len(row) for row in rows] == [len(right)] * len(left)
    assert all(0 <= score <= 1 for row in rows for score in row)


@few
@given(raw=st.binary(max_size=300), what=st.sampled_from(["lexicon", "corrections", "manifest", "exercise", "answers"]))
def test_any_bytes(raw, what, story, lesson, tmp_path):
    path = tmp_path / {"manifest": "cases.csv", "exercise": "exercise.json"}.get(what, "given")
    path.write_bytes(raw)
    if what in ("lexicon", "corrections"):
        done_or_refused(lambda: compare(story, **{what: str(path)}))
    elif what == "manifest":
        done_or_refused(lambda: list(read_cases(str(path))))
    elif what == "exercise":
        done_or_refused(lambda: read_folder(tmp_path))
    else:
        exercise, key = read_folder(lesson)
        assert gather_answers([str(path)], exercise, key.exercise)[0] == []
