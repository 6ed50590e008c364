"""What is fuzzed: how an input is used, and with what it starts.

Where mutated bytes would hardly ever be a text, each byte of an input is a word: so every change of a byte is another sentence.
"""

import io
import random
import zipfile
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

import msgspec

from readoutdiff import compare, label, read
from readoutdiff.lexicon.knowledge import load
from readoutdiff.reading.leaves import Leaves, leaf_through
from readoutdiff.reading.pdf import typeset
from readoutdiff.text.quotations import find_quotations
from readoutdiff.text.sentences import split_inside, split_sentences
from tests.conftest import SAMPLES
from tests.same_story import site
from tests.test_any_file import ARCHIVE, PDF, WHOLE
from tests.test_any_text import WORDS, check

MORE = """not no nor neither never former latter whose whom will would refused denied asked urged demanded agreed proposed thanked welcomed
raised offered accepted called for on 9 May 10 $5 2 million billion 1,000 per cent % tonnes today tomorrow ferry grain energy ceasefire
prisoners exchange border visa trade sanctions gas oil fish quotas Peru's Russia's Peruvians Russians Putin Boluarte Dina Vladimir
Foreign Ministry spokesperson Brussels Kabul Afghanistan von der Leyen her own himself other others each respectively first second one
three few since before after if because although however meanwhile also only both sides neither side in response to during issued a
statement published press release according sources reporters Reuters - -- * # 1. a) (a) [ ] { } < >"""
VOCABULARY = [*dict.fromkeys([*WORDS.split(), *MORE.split()]), "\n", "\n\n", ".\n\n", '."', ".”", ",”", "'s"]
CUT = 0xFF  # the byte between two texts
BODY = "word/document.xml"
_OPEN = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_OPEN}/content-types"><Override PartName="/{BODY}" ContentType="{_MAIN}"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_OPEN}/relationships"><Relationship Id="a" Type="{_OFFICE}" Target="{BODY}"/></Relationships>',
}


class Target(NamedTuple):
    """What is done with an input, what its first ones are, its share of the time in per cent, and how long it may be."""

    run: Callable[[bytes], object]
    seeds: Callable[[random.Random], Iterator[bytes]]
    share: int
    longest: int = 1500  # bytes
    is_text: bool = False


def said(data: bytes) -> str:
    """The text of which each byte is a word."""
    return " ".join(VOCABULARY[byte % len(VOCABULARY)] for byte in data)


def in_words(text: str) -> bytes:
    """A text as bytes that are words; one that is not known is left out."""
    numbers = {word: number for number, word in enumerate(VOCABULARY)}
    for sign in '.,:;“”"()':
        text = text.replace(sign, f" {sign} ")
    return bytes(numbers[word] for word in text.replace("\n\n", " \n\n ").split(" ") if word in numbers)


def split(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    abbreviations = load().abbreviations
    for ranges in (
        split_sentences(text, 0, len(text), find_quotations(text, 0, len(text)), abbreviations),
        split_inside(text, 0, len(text), abbreviations),
    ):
        assert all(0 <= a < b <= len(text) for a, b in ranges)
        assert all(before[1] <= after[0] for before, after in pairwise(ranges))


def label_text(data: bytes) -> None:
    check(label(read(data.decode("utf-8", "replace"), language="en"), sides=["pe", "ru"]))


def label_words(data: bytes) -> None:
    """The first byte says which sides are named, if any."""
    sides = [None, ["pe", "ru"], ["pe"], ["af", "eu", "ru"]][data[0] % 4] if data else None
    check(label(read(said(data[1:]), language="en"), sides=sides))


def compare_words(data: bytes) -> None:
    """A text is an article; two are readouts; three, an article with readouts."""
    texts = [said(part) for part in data.split(bytes((CUT,)))[:3]]
    documents = [read(text, language="en", role="readout", party=party) for text, party in zip(texts[-2:], ("pe", "ru"), strict=False)]
    if len(texts) != 2:
        documents = [read(texts[0], language="en"), *(documents if len(texts) > 1 else [])]
    compared = compare(*documents)
    lengths = {document.id: len(document.text) for document in compared.documents}
    assert all(0 <= segment.start < segment.end <= lengths[segment.document] for segment in compared.segments)
    assert compared.to_json()
    assert len(compared.records()) == sum(len(ids) for topic in compared.topics for ids in (*topic.segments.values(), topic.outlet))


def word_file(body: bytes) -> bytes:
    """The smallest Word document with some XML as its text."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name, data in PARTS.items():
            file.writestr(name, data)
        file.writestr(BODY, body)
    return made.getvalue()


def read_pdf(data: bytes) -> None:
    """A PDF whose page is the input."""
    before, _, rest = PDF.partition(b"<</Length 96>>stream\n")
    leaves = leaf_through(before + b"<</Length %d>>stream\n" % len(data) + data + b"\nendstream" + rest.partition(b"endstream")[2])
    if not leaves.problem:
        typeset(msgspec.json.decode(msgspec.json.encode(leaves), type=Leaves), "page.pdf")


def beginnings(_: random.Random) -> Iterator[bytes]:
    for path in sorted(SAMPLES.glob("*/*.txt"))[:12]:
        yield path.read_bytes()[:700]


def texts(chance: random.Random) -> Iterator[bytes]:
    for path in sorted(SAMPLES.glob("*/*.txt")):
        yield in_words(path.read_text(encoding="utf-8"))[:150]
    for _ in range(30):
        yield chance.randbytes(60)


def pairs(chance: random.Random) -> Iterator[bytes]:
    ordered = list(texts(chance))
    yield from (in_words(path.read_text(encoding="utf-8"))[:150] for path in sorted(SAMPLES.glob("*/article.txt")))
    yield from (bytes((CUT,)).join(part[:80] for part in some) for some in pairwise(ordered))
    yield from (bytes((CUT,)).join(part[:60] for part in some) for some in zip(ordered, ordered[1:], ordered[2:], strict=False))


def pages(_: random.Random) -> Iterator[bytes]:
    for kind in ("newspaper", "ministry"):
        yield site(kind).encode()
        yield ARCHIVE + site(kind).encode() + b"\r\n--a--\r\n"


def files(chance: random.Random) -> Iterator[bytes]:
    yield from (word_file(xml) if data.startswith(b"PK") else data for data in WHOLE[1:] for xml in word_parts(chance))
    for encoding in ("utf-8-sig", "utf-16", "utf-32", "windows-1251", "windows-1252", "gb18030", "shift_jis", "euc-kr"):
        yield "Der Präsident sagte, „wir fürchten“ die Fähre. Россия и Перу. 日本".encode(encoding, "replace")


def word_parts(_: random.Random) -> Iterator[bytes]:
    with zipfile.ZipFile(io.BytesIO(WHOLE[1])) as whole:
        yield whole.read(BODY)


def streams(_: random.Random) -> Iterator[bytes]:
    yield PDF.partition(b">>stream\n")[2].partition(b"\nendstream")[0]
    yield b"BT /F 8 Tf 14 TL 20 150 Td (Peru and Rus-) Tj T* (sia spoke, it said.) ' 0 -20 Td [(T)-600(hey)] TJ 1 0 .3 1 9 5 Tm (2/3) Tj ET"


TARGETS = {
    "words": Target(label_words, texts, 25, longest=200),
    "compared": Target(compare_words, pairs, 25, longest=300),
    "labels": Target(label_text, beginnings, 12, is_text=True),
    "sentences": Target(split, beginnings, 8, is_text=True),
    "files": Target(lambda data: read(data), files, 8, longest=4000),
    "pages": Target(lambda data: read(data), pages, 8, is_text=True, longest=4000),
    "pdf": Target(read_pdf, streams, 7),
    "word": Target(lambda data: read(word_file(data)), word_parts, 7, is_text=True, longest=3000),
}
