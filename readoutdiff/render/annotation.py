"""The claims as W3C Web Annotations: a collection with one page, an annotation a claim, each tied to exact characters of its text."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Annotated, Literal

import msgspec

from readoutdiff.contract import Comparison, Document
from readoutdiff.escaping import as_indented_json, carried
from readoutdiff.records import Claim, claims
from readoutdiff.render import words
from readoutdiff.render.view.summary import title
from readoutdiff.value import Value

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_NAMES = uuid.UUID("8e0c6d0b-5f0e-5b53-9a35-6a3f4c1f7d21")  # ids are made of what they name: the same claim has the same one
_LEAST = 32  # characters of prefix and suffix, and how many more at a time, until the passage is found in one place only

Urn = Annotated[str, msgspec.Meta(pattern="^urn:(uuid|sha256):[0-9a-f-]+$")]
Count = Annotated[int, msgspec.Meta(ge=0)]


class TextPositionSelector(Value, frozen=True, kw_only=True):
    """A half-open range of code points of the text as it was read."""

    type: Literal["TextPositionSelector"] = "TextPositionSelector"
    start: Count
    end: Count


class TextQuoteSelector(Value, frozen=True, kw_only=True):
    """The words of the range, and what stands before and after them."""

    type: Literal["TextQuoteSelector"] = "TextQuoteSelector"
    exact: str
    prefix: str
    suffix: str


class Target(Value, frozen=True, kw_only=True):
    """The statement: a range of the document whose bytes have this checksum, told in two ways."""

    source: Urn
    selector: tuple[TextPositionSelector, TextQuoteSelector]


class TextualBody(Value, frozen=True, kw_only=True):
    """What is said of the statement: `topic: …` and `party: …` as tags, `verdict: …` as its class, and the verdict in a sentence."""

    type: Literal["TextualBody"] = "TextualBody"
    purpose: Literal["tagging", "classifying", "describing"]
    value: str
    format: Literal["text/plain"] = "text/plain"
    language: Literal["en"] = "en"


class Annotation(Value, frozen=True, kw_only=True):
    """One claim. Its `id` is made of the document, topic, party and range that it is on."""

    id: Urn
    type: Literal["Annotation"] = "Annotation"
    motivation: Literal["classifying"] = "classifying"
    body: Annotated[tuple[TextualBody, ...], msgspec.Meta(min_length=1)]
    target: Target


class AnnotationPage(Value, frozen=True, kw_only=True, rename="camel"):
    """All annotations of a collection, in the order of its topics."""

    id: Urn
    type: Literal["AnnotationPage"] = "AnnotationPage"
    part_of: Urn
    start_index: Count = 0
    items: tuple[Annotation, ...]


class Software(Value, frozen=True, kw_only=True):
    """What made the annotations: the comparison's signature."""

    type: Literal["Software"] = "Software"
    name: str


class AnnotationCollection(Value, frozen=True, kw_only=True):
    """The claims of one comparison."""

    context: Literal["http://www.w3.org/ns/anno.jsonld"] = msgspec.field(name="@context", default=CONTEXT)  # type: ignore[arg-type]
    id: Urn
    type: Literal["AnnotationCollection"] = "AnnotationCollection"
    label: str
    generator: Software
    total: Count
    first: AnnotationPage
    last: Urn


def render_annotations(comparison: Comparison) -> bytes:
    """The collection, with its only page in it. A document is named by the checksum of its bytes, never by a path."""
    items = tuple(_annotations(comparison))
    collection, page = (_urn(kind, comparison.signature, *(i.id for i in items)) for kind in ("collection", "page"))
    made = AnnotationCollection(
        id=collection,
        label=_label(comparison),
        generator=Software(name=comparison.signature),
        total=len(items),
        first=AnnotationPage(id=page, part_of=collection, items=items),
        last=page,
    )
    return as_indented_json(made)


def _label(comparison: Comparison) -> str:
    return carried(f"{title(comparison)}: {', '.join(d.name for d in comparison.documents)}")


def _annotations(comparison: Comparison) -> Iterator[Annotation]:
    documents = {d.id: d for d in comparison.documents}
    sentences = {t.id: words.verdict(comparison, t) for t in comparison.topics}
    for claim in claims(comparison):
        document = documents[claim.segment.rpartition(":")[0]]
        yield Annotation(
            id=_urn("claim", claim.sha256, claim.topic, claim.party or "", claim.segment, str(claim.end)),
            body=tuple(_bodies(claim, carried(sentences[claim.topic]))),
            target=Target(source=f"urn:sha256:{claim.sha256}", selector=(_position(claim), _words(claim, document))),
        )


def _bodies(claim: Claim, verdict: str) -> Iterator[TextualBody]:
    yield TextualBody(purpose="tagging", value=f"topic: {claim.label}")
    if claim.party_name is not None:
        yield TextualBody(purpose="tagging", value=f"party: {claim.party_name}")
    yield TextualBody(purpose="classifying", value=f"verdict: {claim.verdict}")
    yield TextualBody(purpose="describing", value=verdict)


def _position(claim: Claim) -> TextPositionSelector:
    return TextPositionSelector(start=claim.start, end=claim.end)


def _words(claim: Claim, document: Document) -> TextQuoteSelector:
    """The words with so much around them that they stand in one place only; where texts are left out, no more than is kept."""
    text, start, end = _kept(claim, document)
    around = _LEAST
    while _is_twice(text, text[max(start - around, 0) : end + around]):
        around += _LEAST
    before, after = text[max(start - around, 0) : start], text[end : end + around]
    return TextQuoteSelector(exact=claim.statement, prefix=carried(before), suffix=carried(after))


def _is_twice(text: str, passage: str) -> bool:
    return text.find(passage, text.find(passage) + 1) >= 0


def _kept(claim: Claim, document: Document) -> tuple[str, int, int]:
    """The text that is there around a claim, and where in it the claim stands."""
    if document.text:
        return document.text, claim.start, claim.end
    kept = next(e for e in document.excerpts if e.start <= claim.start and claim.end <= e.end)
    return kept.text, claim.start - kept.start, claim.end - kept.start


def _urn(*of: str) -> str:
    return f"urn:uuid:{uuid.uuid5(_NAMES, chr(0).join(of))}"
