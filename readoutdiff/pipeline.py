"""The whole way: documents in, a Comparison out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from readoutdiff.accounts import accounts_told
from readoutdiff.allegiance import settle
from readoutdiff.contract import Comparison, Document, Mode, Outcome, Party, Reading
from readoutdiff.dates import page_date
from readoutdiff.errors import UsageError
from readoutdiff.home import find_home, most_named
from readoutdiff.introducing import introduce
from readoutdiff.knowledge import Knowledge, load
from readoutdiff.labelled import Labelled
from readoutdiff.language import is_served
from readoutdiff.parties import find_party, publishers
from readoutdiff.people import People
from readoutdiff.segments import article_segments, plain_segments, readout_segments
from readoutdiff.sides import Sides, find_sides
from readoutdiff.story import Story, take_apart
from readoutdiff.topics import Found, find_topics
from readoutdiff.value import Value
from readoutdiff.version import __version__

if TYPE_CHECKING:
    from readoutdiff.corrections.entries import Corrections
    from readoutdiff.corrections.revision import Revision
    from readoutdiff.extending import UserFile
    from readoutdiff.opinions import SecondOpinion


def compare(
    *documents: Document,
    sides: Sequence[str] | None = None,
    lexicon: str | UserFile | None = None,
    similarity: str | SecondOpinion | None = None,
    corrections: str | None = None,
) -> Comparison:
    """Compare the accounts that documents give of one call, topic by topic.

    One article: the accounts it reports, `mode` "article". Two readouts or more: `mode` "readouts"; two documents
    that are both called articles are taken for readouts. An article with readouts: `mode` "triangulated". `sides`
    are ids or names of the lexicon; without them the sides are detected. `lexicon` is the path of a TOML file with
    parties, leaders, verbs and topics of one's own, or such a file as it was read. `similarity` asks for a second opinion
    by name (see opinions.py), or is one. Raises UsageError where a second account is needed, a side or an opinion is unknown,
    or it cannot be told whose readout a text is; LexiconError and CorrectionsError for a wrong file.

    >>> from readoutdiff import read
    >>> oslo = read("Norway asked for an earlier ferry at dawn.", role="readout", party="no")
    >>> riga = read("Latvia asked for an earlier ferry at dawn.", role="readout", party="lv")
    >>> compare(oslo, riga).topics[0].status
    'shared'
    """
    knowledge = load(lexicon)
    wanted = tuple(find_party(side, knowledge) for side in sides or ())
    given_back = (_corrections(corrections, knowledge), corrections) if corrections else None
    mode, given = _mode(documents)
    if not all(is_served(d.language, knowledge) for d in given) or len({d.language for d in given} - {"und"}) > 1:
        return _unread(mode, given, knowledge)
    told = next((d for d in given if d.role == "article"), None)
    readouts = _readouts([d for d in given if d.role == "readout"], wanted, knowledge)
    article = _article(told, wanted, readouts, knowledge) if told else None
    return _compared(mode, article, readouts, wanted, knowledge, _opinion(similarity), given_back)


def label(document: Document, sides: Sequence[str] | None = None, lexicon: str | UserFile | None = None) -> Comparison:
    """Label who says what in one text, with every attribution in it, and compare nothing: `topics` is empty.

    A readout with its party is all its publisher's. `sides` are ids or names of the lexicon; without them the sides are
    detected, and a text without any has none. `lexicon` is as for `compare`. Raises UsageError where a side is unknown.

    >>> from readoutdiff import read
    >>> text = read("Norway thanked Sweden on Monday. The ferry was late, the Swedish ministry said.")
    >>> [(s.role, s.parties) for s in label(text, sides=["no", "se"]).segments]
    [('statement', ('no',)), ('statement', ('se',))]
    """
    knowledge = load(lexicon)
    wanted = tuple(find_party(side, knowledge) for side in sides or ())
    if not is_served(document.language, knowledge):
        return _unread("article", [_named(document, "article")], knowledge)
    if document.role == "readout" and document.party:
        (labelled,) = _readouts([document], wanted, knowledge)
        return _labelled("readouts", "one_side", [labelled], [labelled.document.id], {}, knowledge)
    article = _article(_named(document, "article"), wanted, (), knowledge)
    found, labelled = article.sides, article.labelled
    return _labelled("article", _outcome(found, labelled), [labelled], found.parties, found.why, knowledge)


def _opinion(similarity: str | SecondOpinion | None) -> SecondOpinion | None:
    if not isinstance(similarity, str):
        return similarity
    from readoutdiff.opinions import find_opinion

    return find_opinion(similarity)


def _corrections(path: str, knowledge: Knowledge) -> Corrections:
    from readoutdiff.corrections.entries import read_corrections

    return read_corrections(path, lambda name: find_party(name, knowledge))


def _labelled(
    mode: Mode, outcome: Outcome, sources: Sequence[Labelled], sides: Sequence[str], why: Mapping[str, str], knowledge: Knowledge
) -> Comparison:
    return Comparison(
        mode=mode,
        outcome=outcome,
        signature=_signature(knowledge, sources),
        parties=tuple(_party(p, why.get(p, "its readout is given"), knowledge) for p in sides),
        documents=tuple(source.document for source in sources),
        segments=tuple(s for source in sources for s in source.segments),
        topics=(),
    )


def day_of(document: Document) -> date | None:
    """The day of a document, if it is known."""
    return date.fromisoformat(document.date) if document.date else None


def _mode(documents: Sequence[Document]) -> tuple[Mode, list[Document]]:
    articles = [d for d in documents if d.role == "article"]
    if len(documents) == 1 and articles:
        return "article", [_named(documents[0], "article")]
    if len(documents) < 2:
        raise UsageError("a second account is needed; give another readout, or the article that tells both")
    if len(articles) == 1:
        rest = [d for d in documents if d.role == "readout"]
        return "triangulated", [_named(articles[0], "article"), *rest]
    return "readouts", [msgspec.structs.replace(d, role="readout") for d in documents]


def _named(document: Document, name: str) -> Document:
    return msgspec.structs.replace(document, id=name)


class _Article(Value, frozen=True):
    labelled: Labelled
    sides: Sides


def _article(document: Document, wanted: Sequence[str], readouts: Sequence[Labelled], knowledge: Knowledge) -> _Article:
    story = take_apart(document.text, knowledge)
    if document.date is None:
        document = msgspec.structs.replace(document, date=page_date(story))
    sole = knowledge.grammar.words.sole
    people = introduce(story, knowledge, day_of(document))
    if readouts:
        from readoutdiff.vouching import told_by

        people = told_by(people, story, readouts, sole)
    people = people.settled(find_home(story, people, sole), sole, most_named(story))
    sides = _given(story, people, wanted, knowledge) if wanted else find_sides(story, people, knowledge)
    theirs = tuple(dict.fromkeys(r.document.party for r in readouts if r.document.party))
    if theirs and not wanted:  # the article may have other sides beside those whose readout is there
        sides = _given(story, people, tuple(dict.fromkeys((*theirs, *sides.parties))), knowledge)
    segments = article_segments(document, story, sides.people, sides.parties, knowledge)
    return _Article(Labelled(document, story, sides.people, tuple(segments)), sides)


def _given(story: Story, people: People, parties: Sequence[str], knowledge: Knowledge) -> Sides:
    """The sides that a user named."""
    return Sides(tuple(parties), "compared", dict.fromkeys(parties, "named by the user"), settle(story, people, parties, knowledge))


def _readouts(documents: Sequence[Document], wanted: Sequence[str], knowledge: Knowledge) -> list[Labelled]:
    stories = [take_apart(d.text, knowledge) for d in documents]
    known = [find_party(d.party, knowledge) if d.party else None for d in documents]
    if wanted and documents and not any(known):
        if len(wanted) != len(documents):
            raise UsageError(f"--sides names {len(wanted)} sides for {len(documents)} readouts; name one for each, in their order")
        known = list(wanted)
    people = [introduce(story, knowledge, day_of(d)) for d, story in zip(documents, stories, strict=True)]
    _refuse_articles(documents, stories, known, knowledge)
    owners = publishers(stories, people, known, [d.name for d in documents])
    out: list[Labelled] = []
    sides, sole = tuple(dict.fromkeys((*owners, *wanted))), knowledge.grammar.words.sole
    for document, story, persons, owner in zip(documents, stories, people, owners, strict=True):
        twins = sum(other.document.party == owner for other in out)
        labelled = msgspec.structs.replace(document, id=f"{owner}-{twins + 1}" if twins else owner, party=owner)
        segments = readout_segments(labelled, story, persons.settled(owner, sole), sides, knowledge)
        out.append(Labelled(labelled, story, persons, tuple(segments)))
    return out


def _refuse_articles(documents: Sequence[Document], stories: Sequence[Story], known: Sequence[str | None], knowledge: Knowledge) -> None:
    """Raises UsageError where a text that is to be somebody's readout tells the accounts of several."""
    for document, story, owner in zip(documents, stories, known, strict=True):
        told = accounts_told(story) if owner is None else ()
        if len(told) > 1:
            names = " and ".join(knowledge.parties[p].name for p in told[:2])
            mend = "give it alone, or beside readouts named with --readout"
            raise UsageError(f"{document.name}: tells the accounts of {names}, as an article does; {mend}")


def _compared(
    mode: Mode,
    article: _Article | None,
    readouts: Sequence[Labelled],
    wanted: Sequence[str],
    knowledge: Knowledge,
    opinion: SecondOpinion | None,
    corrections: tuple[Corrections, str] | None,
) -> Comparison:
    """Verdicts come from a side's own readout where it is there, else from what the article gives to it."""
    own = list(dict.fromkeys(r.document.party for r in readouts if r.document.party))
    told = [p for p in article.sides.parties if p not in own] if article else []
    sources = [*([article.labelled] if article else []), *readouts]
    sides = [*own, *told]
    if mode != "article" and len(sides) < 2:
        raise UsageError(
            f"{knowledge.parties[sides[0]].name}: all accounts are of this one side; give the other side's too, or name it with --sides"
        )
    if article and mode == "article":
        sides = list(article.sides.parties)
    revision = _revision(corrections, sources, sides)
    sources = [revision.reassigned(s) for s in sources] if revision else sources
    outcome: Outcome = _outcome(article.sides, sources[0]) if article and mode == "article" else "compared"
    found = Found((), [s for source in sources for s in source.segments], [*revision.anchored.unfit] if revision else [])
    if outcome == "compared":
        found = find_topics(sources, sides, own, knowledge, opinion, revision)
    why = dict.fromkeys(sides, "named by the user" if wanted else "the article gives its account")
    why |= (article.sides.why if article and mode == "article" else {}) | dict.fromkeys(own, "its readout is given")
    bare = _labelled(mode, outcome, sources, sides, why, knowledge)
    compared = msgspec.structs.replace(
        bare,
        signature=_signature(knowledge, sources, opinion) + _mark(revision, found),
        segments=tuple(found.segments),
        topics=found.topics,
        asked=_asked(readouts, sides, knowledge),
        unfit=tuple(found.unfit),
    )
    return _checked(compared, sources[0], sources[1:], sides, knowledge) if article and readouts else compared


def _asked(readouts: Sequence[Labelled], sides: Sequence[str], knowledge: Knowledge) -> dict[str, Reading]:
    if not readouts or len(sides) < 2:
        return {}
    from readoutdiff.differences.asking import who_asked

    return who_asked(readouts, sides, knowledge)


def _revision(corrections: tuple[Corrections, str] | None, sources: Sequence[Labelled], sides: Sequence[str]) -> Revision | None:
    if corrections is None:
        return None
    from readoutdiff.corrections.revision import revision_of

    given, path = corrections
    return revision_of(given, sources, sides, path)


def _mark(revision: Revision | None, found: Found) -> str:
    if revision is None:
        return ""
    from readoutdiff.corrections.revision import mark_of

    return mark_of(found.topics, found.segments)


def _checked(
    comparison: Comparison, article: Labelled, readouts: Sequence[Labelled], sides: Sequence[str], knowledge: Knowledge
) -> Comparison:
    """The comparison with what the article and the readouts have apart."""
    from readoutdiff.findings.checking import check_article

    findings, quotations = check_article(article, readouts, sides, knowledge)
    return msgspec.structs.replace(comparison, findings=tuple(findings), quotations=tuple(quotations))


def _outcome(sides: Sides, labelled: Labelled) -> Outcome:
    """What became of an article: a side whose account is nowhere told but by what stands around it has none."""
    if sides.outcome != "compared":
        return sides.outcome
    speaking = {p for s in labelled.segments if s.source or s.tier != "inferred" for p in s.parties}
    present = [p for p in sides.parties if p in speaking]
    return "compared" if len(present) > 1 else "one_side" if present else "unattributed"


def _party(party: str, why: str, knowledge: Knowledge) -> Party:
    entry = knowledge.parties[party]
    return Party(id=party, name=entry.name, adjective=entry.adjective, why=why)


def _signature(knowledge: Knowledge, sources: Sequence[Labelled], opinion: SecondOpinion | None = None) -> str:
    from readoutdiff.align import DECIDES

    language = next((s.document.language for s in sources if s.document.language != "und"), "und")
    alike = f"lex+{opinion.name}" if opinion else "lex"
    decides = f"{DECIDES:g}".removeprefix("0")
    return f"readoutdiff:{__version__}|lex:{knowledge.digest}|lang:{language}|sim:{alike}|t:{decides}"


def _unread(mode: Mode, given: Sequence[Document], knowledge: Knowledge) -> Comparison:
    """Segments and no verdict: comparing by words across languages would call everything omitted."""
    documents = [d if d.id else _named(d, f"readout-{n}") for n, d in enumerate(given, 1)]
    segments = [s for d in documents for s in plain_segments(d, take_apart(d.text, knowledge))]
    return Comparison(
        mode=mode,
        outcome="language",
        signature=f"readoutdiff:{__version__}|lex:{knowledge.digest}|lang:{'+'.join(sorted({d.language for d in documents}))}|sim:lex",
        parties=(),
        documents=tuple(documents),
        segments=tuple(segments),
        topics=(),
    )
