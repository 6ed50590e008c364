"""The JSON is the contract: every field, every span, every address."""

import json
from itertools import pairwise

import pytest

from readoutdiff import compare, read, read_file
from tests.conftest import DEMO, SAMPLES

FIELDS = {
    "top": {"schema", "mode", "outcome", "signature", "parties", "documents", "segments", "topics", "findings"},
    "parties": {"id", "name", "adjective", "why"},
    "documents": {"id", "role", "name", "language", "encoding", "sha256", "words", "text"},
    "segments": {
        "id", "document", "start", "end",
        "role", "parties", "actor", "quote", "tier", "rule", "known_by", "source", "cue", "content", "topics",
    },
    "topics": {"id", "label", "status", "segments", "possible", "nearest", "emphasis", "differences", "outlet"},
    "emphasis": {"words", "share", "units", "position", "emphatic", "intensifiers", "quoted", "weight"},
}  # fmt: skip
CASES = {
    "article": [read_file(str(DEMO))],
    "readouts": [
        read_file(str(SAMPLES / "lagos-brasilia-readouts" / f"{party}.txt"), role="readout", party=party) for party in ("ng", "br")
    ],
    "one side": [read_file(str(SAMPLES / "one-account" / "article.txt"))],
}


@pytest.fixture(params=CASES)
def answer(request):
    return json.loads(compare(*CASES[request.param]).to_json())


def test_every_field_is_there(answer):
    assert set(answer) >= FIELDS["top"]
    for part in ("parties", "documents", "segments", "topics"):
        for value in answer[part]:
            assert set(value) >= FIELDS[part], part
    for topic in answer["topics"]:
        assert all(set(e) == FIELDS["emphasis"] for e in topic["emphasis"].values())


def test_schema_and_signature_are_versioned(answer):
    assert answer["schema"] == "readoutdiff/comparison/1"
    assert answer["signature"].startswith("readoutdiff:")
    assert "|lex:" in answer["signature"]


def test_segments_cover_the_texts_and_do_not_overlap(answer):
    for document in answer["documents"]:
        mine = [s for s in answer["segments"] if s["document"] == document["id"]]
        assert [s["id"] for s in mine] == [f"{document['id']}:{s['start']}" for s in mine]
        assert all(a["end"] <= b["start"] for a, b in pairwise(mine))
        covered = {i for s in mine for i in range(s["start"], s["end"])}
        assert all(i in covered or c.isspace() for i, c in enumerate(document["text"]))


def test_roles_parties_and_tiers_go_together(answer):
    for segment in answer["segments"]:
        statement = segment["role"] == "statement"
        assert bool(segment["parties"]) == statement
        assert (segment["tier"] is not None) == statement


def test_every_span_lies_in_its_document(answer):
    texts = {d["id"]: d["text"] for d in answer["documents"]}
    spans = [s[key] for s in answer["segments"] for key in ("source", "cue") if s[key]]
    spans += [e for t in answer["topics"] for m in t["emphasis"].values() for e in m["emphatic"] + m["intensifiers"]]
    for span in spans:
        assert 0 <= span["start"] < span["end"] <= len(texts[span["document"]])


def test_content_leaves_out_source_and_cue(answer):
    for segment in answer["segments"]:
        for stretch in segment["content"]:
            assert segment["start"] <= stretch["start"] < stretch["end"] <= segment["end"]
            for hole in (segment["source"], segment["cue"]):
                assert hole is None or hole["end"] <= stretch["start"] or hole["start"] >= stretch["end"]


def test_topics_name_segments_that_are_there(answer):
    ids = {s["id"]: s for s in answer["segments"]}
    for topic in answer["topics"]:
        for party, members in topic["segments"].items():
            assert all(party in ids[m]["parties"] and topic["id"] in ids[m]["topics"] for m in members)
        for candidates in topic["possible"].values():
            assert candidates
            assert all(c["segment"] in ids and 0 <= c["score"] <= 1 for c in candidates)
        assert all(n["segment"] in ids and 0 <= n["score"] <= 1 for n in topic["nearest"].values())


def test_statuses_agree_with_who_says_what(answer):
    for topic in answer["topics"]:
        sides = len(topic["segments"])
        assert {"shared": sides > 1, "possible": sides == 1, "one_sided": sides == 1, "outlet_only": sides == 0}[topic["status"]]
        assert (topic["status"] == "possible") <= bool(topic["possible"])
        assert bool(topic["outlet"]) == (topic["status"] == "outlet_only")


def test_shares_can_be_recounted(answer):
    for party in answer["parties"]:
        shares = [t["emphasis"][party["id"]]["share"] for t in answer["topics"] if party["id"] in t["emphasis"]]
        assert sum(shares) <= 1.001


def test_names_are_never_paths(answer):
    assert all("/" not in d["name"] for d in answer["documents"])


def test_the_actor_is_a_side_or_nobody():
    text = "Norway said it had called Sweden. The Danish prime minister thanked Oslo, the Norwegian government said."
    segments = compare(read(text), sides=["no", "se"]).segments
    assert {s.actor for s in segments} <= {"no", "se", "joint", None}
