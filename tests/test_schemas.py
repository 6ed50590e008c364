"""The schemas that ship are those of the values, say what every field means, and hold for what is written."""

import json
import os

import msgspec
import pytest
from jsonschema import Draft202012Validator, ValidationError

from readoutdiff.contract import Comparison
from readoutdiff.render.annotation import AnnotationCollection
from readoutdiff.schemas import NAMES, schema
from readoutdiff.schemas.generating import VALUES, generate
from tests.conftest import DEMO, ROOT, SAMPLES

READOUTS = SAMPLES / "victory-day-readouts"
STORY = SAMPLES / "victory-day-call" / "article.txt"
COMPARED: dict[str, list[object]] = {
    "article": ["compare", DEMO],
    "readouts": ["compare", "--readout", f"il={READOUTS / 'il.txt'}", "--readout", f"ru={READOUTS / 'ru.txt'}"],
    "triangulated": ["compare", STORY, "--readout", f"il={READOUTS / 'il.txt'}", "--readout", f"ru={READOUTS / 'ru.txt'}"],
    "three sides": ["compare", SAMPLES / "mekong-call" / "article.txt", "--sides", "th,la,vn"],
    "not compared": ["compare", SAMPLES / "one-account" / "article.txt"],
}


def valid(name, value):
    Draft202012Validator(json.loads(schema(name))).validate(value)


def test_every_value_has_a_name_and_every_name_a_value():
    assert tuple(VALUES) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_the_file_that_ships_is_the_current_one(name):
    if os.environ.get("READOUTDIFF_ACCEPT"):
        (ROOT / "readoutdiff" / "schemas" / f"{name}.json").write_bytes(generate(name))
    assert schema(name) == generate(name)


@pytest.mark.parametrize("name", NAMES)
def test_it_is_a_schema_whose_fields_are_all_told(name):
    made = json.loads(schema(name))
    Draft202012Validator.check_schema(made)
    assert (made["$schema"], made["$id"]) == ("https://json-schema.org/draft/2020-12/schema", f"urn:readoutdiff:{name}:1")
    for title, part in made["$defs"].items():
        assert part["description"], title
        for field, told in part["properties"].items():
            assert "description" in told or field == "type", f"{title}.{field}: say in fields.toml what it means"


def test_no_meaning_is_told_of_what_is_not_there():
    import tomllib

    told = tomllib.loads((ROOT / "readoutdiff" / "schemas" / "fields.toml").read_text(encoding="utf-8"))
    parts = {title: part for name in NAMES for title, part in json.loads(schema(name))["$defs"].items()}
    assert set(told) <= set(parts)
    assert all(set(fields) <= set(parts[title]["properties"]) for title, fields in told.items())


@pytest.mark.parametrize("texts", [(), ("--no-text",)], ids=["texts", "no texts"])
@pytest.mark.parametrize("given", COMPARED.values(), ids=COMPARED)
def test_all_that_is_written_holds(run, given, texts):
    valid("comparison", json.loads(run(*given, *texts, "--format", "json").stdout))
    valid("annotation", json.loads(run(*given, *texts, "--format", "annotation").stdout))
    for line in run(*given, *texts, "--format", "jsonl").stdout.splitlines():
        valid("claim", json.loads(line))


def test_so_does_the_demo(run):
    valid("comparison", json.loads(run("demo", "--format", "json").stdout))


def test_so_do_segments_and_what_a_person_has_corrected(run, tmp_path):
    valid("comparison", json.loads(run("segments", DEMO, "--format", "json").stdout))
    corrections = tmp_path / "demo.toml"
    run("compare", DEMO, "--save-corrections", corrections)
    text = corrections.read_text(encoding="utf-8").replace('verdict = "possible"', 'verdict = "one_sided"')
    corrections.write_text(text, encoding="utf-8")
    done = run("compare", DEMO, "--corrections", corrections, "--format", "json")
    assert any(t["corrected"] for t in json.loads(done.stdout)["topics"])
    valid("comparison", json.loads(done.stdout))


def test_it_forbids_what_the_contract_does(run):
    answer = json.loads(run("demo", "--format", "json").stdout)
    valid("comparison", {**answer, "added": 1})
    for wrong in ({"outcome": "omitted"}, {"schema": "readoutdiff/comparison/2"}, {"topics": None}):
        with pytest.raises(ValidationError):
            valid("comparison", {**answer, **wrong})
    for missing in answer:
        with pytest.raises(ValidationError):
            valid("comparison", {name: value for name, value in answer.items() if name != missing})


def test_each_is_read_into_its_values(run):
    value = msgspec.json.decode(run("demo", "--format", "json").stdout, type=Comparison)
    assert value.outcome == "compared"
    assert msgspec.json.decode(run("demo", "--format", "annotation").stdout, type=AnnotationCollection).total == 11


class TestCommand:
    def test_it_lists_the_names(self, run):
        done = run("schema")
        assert (done.returncode, done.stdout.decode().split()) == (0, list(NAMES))

    @pytest.mark.parametrize("name", NAMES)
    def test_it_prints_one(self, run, name):
        done = run("schema", name)
        assert (done.returncode, done.stdout, done.stderr) == (0, schema(name), b"")

    def test_an_unknown_name_is_answered_with_those_there_are(self, run):
        done = run("schema", "quiz")
        assert (done.returncode, done.stdout) == (2, b"")
        assert (
            done.stderr
            == b"readoutdiff: schema quiz: is not there; the schemas are comparison, claim, annotation, exercise, answers, grades\n"
        )
