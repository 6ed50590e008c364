"""One story in many files: the demo's, in its parts, and what a comparison of it must come to."""

from pathlib import Path

import jinja2

from readoutdiff import compare, read_file
from tests.conftest import DEMO

SITES = Path(__file__).parent / "sites"
LAYOUTS = ("newspaper", "broadcaster", "ministry")
PARAGRAPHS = DEMO.read_text(encoding="utf-8").strip().split("\n\n")
HEADLINE, BODY = PARAGRAPHS[0], PARAGRAPHS[4:-1]


def site(layout):
    """A page of a site of our own with the story on it, as its server sends it."""
    parts = dict(zip(("headline", "standfirst", "byline", "caption"), PARAGRAPHS, strict=False))
    page = jinja2.Environment(autoescape=True).from_string((SITES / f"{layout}.html").read_text(encoding="utf-8"))
    return page.render(story=parts | {"body": BODY})


def verdicts(document):
    """What a comparison decided, whatever the file: labels, statuses, sides, and each side's words."""
    compared = compare(document)
    said = {segment.id: compared.text_of(segment) for segment in compared.segments}
    topics = {(t.label, t.status, *((party, *map(said.get, ids)) for party, ids in t.segments.items())) for t in compared.topics}
    return compared.outcome, [party.id for party in compared.parties], topics


EXPECTED = verdicts(read_file(str(DEMO)))
