"""A comparison of any number of topics, for what must stay quick with many of them."""

from readoutdiff.contract import Candidate, Comparison, Document, Emphasis, Party, Segment, Span, Status, Topic

_POINTS = (
    "herring quotas",
    "grain storage",
    "the night train",
    "a ferry at dawn",
    "glaciers",
    "visas for students",
    "customs at the bridge",
)


def many_topics(number):
    """Two readouts with a statement each on a number of topics; a third of the topics each: shared, possible, of one side."""
    texts, segments = {"no": "", "se": ""}, []
    for n in range(number):
        for party, name in (("no", "Norway"), ("se", "Sweden")):
            start = len(texts[party])
            texts[party] += f"{name} stressed that point {n} of the agenda, on {_POINTS[n % len(_POINTS)]}, will be settled by autumn.\n\n"
            segments.append(_segment(party, start, len(texts[party]) - 2, n))
    return Comparison(
        mode="readouts",
        outcome="compared",
        signature="readoutdiff:test",
        parties=tuple(Party(id=p, name=n, adjective=a, why="its readout is given") for p, n, a in _SIDES),
        documents=tuple(_document(party, text) for party, text in texts.items()),
        segments=tuple(sorted(segments, key=lambda s: (s.document, s.start))),
        topics=tuple(_topic(n, segments[2 * n], segments[2 * n + 1]) for n in range(number)),
    )


_VERDICTS: tuple[Status, ...] = ("shared", "possible", "one_sided")
_SIDES = (("no", "Norway", "Norwegian"), ("se", "Sweden", "Swedish"))


def _document(party, text):
    return Document(
        id=party, role="readout", name=f"{party}.txt", language="en", encoding="utf-8", sha256="0" * 64,
        words=len(text.split()), text=text, party=party,
    )  # fmt: skip


def _segment(party, start, end, number):
    return Segment(
        id=f"{party}:{start}", document=party, start=start, end=end, role="statement", parties=(party,), tier="explicit",
        rule="own readout", topics=(f"point-{number}",),
    )  # fmt: skip


def _topic(number, mine, theirs):
    status: Status = _VERDICTS[number % 3]
    near = Candidate(segment=theirs.id, score=0.2)
    weight = Emphasis(words=15, share=0.01, units=1, position=1, emphatic=(), intensifiers=(), quoted=0.0, weight=0.1)
    shared = status == "shared"
    word: dict[str, tuple[Span, ...]] = {
        s.document: (Span(document=s.document, start=s.start + 7, end=s.start + 15),) for s in (mine, theirs)
    }
    return Topic(
        id=f"point-{number}",
        label=f"point {number}",
        status=status,
        segments={"no": (mine.id,)} | ({"se": (theirs.id,)} if shared else {}),
        possible={"se": (near,)} if status == "possible" else {},
        nearest={"se": near} if status == "one_sided" else {},
        emphasis={"no": weight} | ({"se": weight} if shared else {}),
        matched=word if shared else {},
    )
