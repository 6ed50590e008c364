"""Claims as Web Annotations, by the rules of the W3C's model: https://www.w3.org/TR/annotation-model/."""

import json
import re

import pytest
from jsonschema import Draft202012Validator

from readoutdiff import compare, read, read_file, without_texts
from readoutdiff.render.annotation import render_annotations
from tests.conftest import DEMO, SAMPLES
from tests.hostile import ACTING, hostile
from tests.stories import beside

IRI = {"type": "string", "pattern": r"^[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+$"}
COUNT = {"type": "integer", "minimum": 0}
PURPOSES = [
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting", "identifying", "linking",
    "moderating", "questioning", "replying", "tagging",
]  # fmt: skip
# What the standard says of each class: which properties there must be, and of what kind (sections 3 to 5).
STANDARD = {
    "$ref": "#/$defs/collection",
    "$defs": {
        "collection": {
            "type": "object",
            "required": ["@context", "id", "type", "first", "total", "label"],
            "properties": {
                "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
                "id": IRI,
                "type": {"const": "AnnotationCollection"},
                "label": {"type": "string"},
                "total": COUNT,
                "first": {"$ref": "#/$defs/page"},
                "last": IRI,
                "generator": {
                    "type": "object",
                    "required": ["type"],
                    "properties": {"type": {"enum": ["Person", "Organization", "Software"]}},
                },
            },
        },
        "page": {
            "type": "object",
            "required": ["id", "type", "items"],
            "not": {"required": ["@context"]},
            "properties": {
                "id": IRI,
                "type": {"const": "AnnotationPage"},
                "partOf": IRI,
                "startIndex": COUNT,
                "items": {"type": "array", "items": {"$ref": "#/$defs/annotation"}},
            },
        },
        "annotation": {
            "type": "object",
            "required": ["id", "type", "target"],
            "properties": {
                "id": IRI,
                "type": {"const": "Annotation"},
                "motivation": {"enum": PURPOSES},
                "body": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/textual"}},
                "target": {"$ref": "#/$defs/specific"},
            },
        },
        "textual": {
            "type": "object",
            "required": ["type", "value"],
            "properties": {
                "type": {"const": "TextualBody"},
                "value": {"type": "string"},
                "purpose": {"enum": PURPOSES},
                "format": {"pattern": "^[a-z]+/[a-z0-9.+-]+$"},
                "language": {"pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$"},
            },
        },
        "specific": {
            "type": "object",
            "required": ["source"],
            "properties": {"source": IRI, "selector": {"type": "array", "items": {"$ref": "#/$defs/selector"}}},
        },
        "selector": {
            "oneOf": [
                {
                    "type": "object",
                    "required": ["type", "start", "end"],
                    "properties": {"type": {"const": "TextPositionSelector"}, "start": COUNT, "end": COUNT},
                },
                {
                    "type": "object",
                    "required": ["type", "exact"],
                    "properties": {
                        "type": {"const": "TextQuoteSelector"},
                        "exact": {"type": "string", "minLength": 1},
                        "prefix": {"type": "string"},
                        "suffix": {"type": "string"},
                    },
                },
            ]
        },
    },
}


def article(name):
    return compare(read_file(str(SAMPLES / name / "article.txt")))


CASES = {
    "a story": compare(read_file(str(DEMO))),
    "three texts": beside("Norway stressed that the night train would run “on time and at a low price,” the Norwegian readout said."),
    "another story": article("mekong-call"),
    "beyond the basic plane": compare(
        read("Norway spoke with Sweden 🤝🤝.\n\n🚂 The night train runs at dawn.", role="readout", party="no", language="en"),
        read("Sweden spoke with Norway.\n\n🤝 The night train runs at dawn 🚂.", role="readout", party="se", language="en"),
    ),
    "the same words twice": compare(
        read("The train runs at dawn. " * 12, role="readout", party="no", language="en"),
        read("The train runs at dawn. " * 12, role="readout", party="se", language="en"),
    ),
    "no comparison": article("one-account"),
}


@pytest.fixture(params=CASES)
def comparison(request):
    return CASES[request.param]


def made(comparison):
    return json.loads(render_annotations(comparison))


def test_it_keeps_the_standards_rules(comparison):
    collection = made(comparison)
    Draft202012Validator.check_schema(STANDARD)
    Draft202012Validator(STANDARD).validate(collection)
    page = collection["first"]
    assert collection["total"] == len(page["items"]) == len(comparison.records())
    assert (page["partOf"], page["startIndex"], collection["last"]) == (collection["id"], 0, page["id"])
    ids = [collection["id"], page["id"], *(item["id"] for item in page["items"])]
    assert len(ids) == len(set(ids))


def test_no_property_is_outside_the_standards_vocabulary(comparison):
    """A key that the context does not know would be dropped by whatever reads JSON-LD."""
    known = {
        "@context", "id", "type", "label", "total", "first", "last", "generator", "name", "partOf", "startIndex", "items", "motivation",
        "body", "target", "purpose", "value", "format", "language", "source", "selector", "start", "end", "exact", "prefix", "suffix",
    }  # fmt: skip
    found: list[str] = []
    json.loads(render_annotations(comparison), object_pairs_hook=lambda pairs: found.extend(key for key, _ in pairs))
    assert set(found) <= known


def test_position_and_quotation_select_the_same_words(comparison):
    texts = {f"urn:sha256:{d.sha256}": d.text for d in comparison.documents}
    for item in made(comparison)["first"]["items"]:
        text = texts[item["target"]["source"]]
        position, quote = item["target"]["selector"]
        start, end = position["start"], position["end"]
        assert text[start:end] == quote["exact"]
        assert text[:start].endswith(quote["prefix"])
        assert text[end:].startswith(quote["suffix"])
        told = quote["prefix"] + quote["exact"] + quote["suffix"]
        places = [m.start() + len(quote["prefix"]) for m in re.finditer(f"(?={re.escape(told)})", text)]
        assert places == [start]


def test_where_texts_are_left_out_no_more_than_the_evidence_stands_around(comparison):
    bare = without_texts(comparison)
    kept = {f"urn:sha256:{d.sha256}": [e.text for e in d.excerpts] for d in bare.documents}
    whole, part = made(comparison)["first"]["items"], made(bare)["first"]["items"]
    assert [item["id"] for item in part] == [item["id"] for item in whole]
    for item in part:
        _, quote = item["target"]["selector"]
        assert any(quote["prefix"] + quote["exact"] + quote["suffix"] in text for text in kept[item["target"]["source"]])


def test_each_says_topic_party_and_verdict(comparison):
    for item, claim in zip(made(comparison)["first"]["items"], comparison.records(), strict=True):
        told = [(body["purpose"], body["value"]) for body in item["body"]]
        assert ("tagging", f"topic: {claim['label']}") in told
        assert ("classifying", f"verdict: {claim['verdict']}") in told
        assert (("tagging", f"party: {claim['party_name']}") in told) == (claim["party"] is not None)
        assert told[-1][0] == "describing"


def test_no_path_of_a_machine_is_in_it(run, tmp_path):
    story = tmp_path / "story.txt"
    story.write_bytes(DEMO.read_bytes())
    data = run("compare", story, "--format", "annotation").stdout.decode()
    assert str(tmp_path) not in data
    assert "file:" not in data


@pytest.mark.parametrize("text", ACTING.values(), ids=ACTING)
def test_hostile_text_is_data(text):
    comparison = hostile(text)
    collection = made(comparison)
    Draft202012Validator(STANDARD).validate(collection)
    exact = [item["target"]["selector"][1]["exact"] for item in collection["first"]["items"]]
    assert exact == [record["statement"] for record in comparison.records()]
