"""A comparison without its texts keeps what can be checked, and nothing more."""

import pytest

from readoutdiff import compare, read_file, without_texts
from tests.conftest import DEMO
from tests.stories import beside


@pytest.fixture(scope="module")
def story():
    return compare(read_file(str(DEMO)))


def test_the_texts_are_gone_and_the_evidence_is_there(story):
    bare = without_texts(story)
    assert [d.text for d in bare.documents] == [""]
    assert any(s.topics for s in story.segments)
    for segment in (s for s in story.segments if s.topics):
        assert bare.text_of(segment) == story.text_of(segment) != ""


def test_what_is_no_evidence_is_left_out(story):
    kept = " ".join(e.text for d in without_texts(story).documents for e in d.excerpts)
    rest = [story.text_of(s) for s in story.segments if s.role in ("headline", "background")]
    assert rest
    assert not any(text in kept for text in rest)
    assert not any(text.encode() in without_texts(story).to_json() for text in rest)


def test_excerpts_are_stretches_of_the_text_in_order(story):
    (document,), (bare,) = story.documents, without_texts(story).documents
    assert all(e.text == document.text[e.start : e.end] for e in bare.excerpts)
    assert all(one.end < other.start for one, other in zip(bare.excerpts, bare.excerpts[1:], strict=False))
    assert bare.sha256 == document.sha256


def test_findings_and_quotations_keep_their_words():
    full = beside(
        "Norway stressed that the night train would run \u201con time and at a low price,\u201d the Norwegian readout said. "
        "Norway also asked for 60,000 tonnes of grain, it said."
    )
    bare = without_texts(full)
    of = {s.id: s.document for s in full.segments}
    assert full.findings
    assert full.quotations
    for stretch in (*full.findings, *full.quotations):
        here = next(d for d in full.documents if d.id == of[stretch.segment]).text[stretch.start : stretch.end]
        excerpts = next(d for d in bare.documents if d.id == of[stretch.segment]).excerpts
        assert any(here in e.text for e in excerpts)
