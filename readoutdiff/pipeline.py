"""The whole way: documents in, a Comparison out. What only some comparisons need is imported where they do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from readoutdiff.alignment.narrowing import narrowed
from readoutdiff.attribution.labelled import Labelled
from readoutdiff.attribution.labelling import Article, label_article, label_readouts
from readoutdiff.attribution.parties import find_party
from readoutdiff.attribution.segments import plain_segments
from readoutdiff.attribution.sides import Sides
from readoutdiff.contract import Comparison, Document, Mode, Outcome, Party, Reading
from readoutdiff.errors import UsageError
from readoutdiff.language import is_served
from readoutdiff.lexicon.knowledge import Knowledge, load
from readoutdiff.parsing.story import take_apart
from readoutdiff.topics import Found, find_topics
from readoutdiff.version import __version__

if TYPE_CHECKING:
    from readoutdiff.alignment.opinions import SecondOpinion
    from readoutdiff.corrections.entries import Corrections
    from readoutdiff.corrections.revision import Revision
    from readoutdiff.lexicon.extending import UserFile


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
    corrected = (_corrections(corrections, knowledge), corrections) if corrections else None
    mode, given = _in_roles(documents)
    if not all(is_served(d.language, knowledge) for d in given) or len({d.language for d in given} - {"und"}) > 1:
        return _unread(mode, given, knowledge)
    story = next((d for d in given if d.role == "article"), None)
    readouts = label_readouts([d for d in given if d.role == "readout"], wanted, knowledge)
    article = label_article(story, wanted, readouts, knowledge) if story else None
    return _compared(mode, article, readouts, wanted, knowledge, _opinion(similarity), corrected)


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
        return _unread("article", [_with_id(document, "article")], knowledge)
    if document.role == "readout" and document.party:
        (labelled,) = label_readouts([document], wanted, knowledge)
        return _uncompared("readouts", "one_side", [labelled], [labelled.document.id], {}, knowledge)
    article = label_article(_with_id(document, "article"), wanted, (), knowledge)
    found, labelled = article.sides, article.labelled
    return _uncompared("article", _outcome(found, labelled), [labelled], found.parties, found.why, knowledge)


def _opinion(similarity: str | SecondOpinion | None) -> SecondOpinion | None:
    if not isinstance(similarity, str):
        return similarity
    from readoutdiff.alignment.opinions import find_opinion

    return find_opinion(similarity)


def _corrections(path: str, knowledge: Knowledge) -> Corrections:
    from readoutdiff.corrections.reading import read_corrections

    return read_corrections(path, lambda name: find_party(name, knowledge))


def _uncompared(
    mode: Mode, outcome: Outcome, sources: Sequence[Labelled], sides: Sequence[str], why: Mapping[str, str], knowledge: Knowledge
) -> Comparison:
    """Labelled documents of which nothing has been compared."""
    return Comparison(
        mode=mode,
        outcome=outcome,
        signature=_signature(knowledge, sources),
        parties=tuple(_party(p, why.get(p, "its readout is given"), knowledge) for p in sides),
        documents=tuple(source.document for source in sources),
        segments=tuple(s for source in sources for s in source.segments),
        topics=(),
    )


def _in_roles(documents: Sequence[Document]) -> tuple[Mode, list[Document]]:
    """The mode that documents call for, and each in the role that it has there."""
    articles = [d for d in documents if d.role == "article"]
    if len(documents) == 1 and articles:
        return "article", [_with_id(documents[0], "article")]
    if len(documents) < 2:
        raise UsageError("a second account is needed; give another readout, or the article that tells both")
    if len(articles) == 1:
        rest = [d for d in documents if d.role == "readout"]
        return "triangulated", [_with_id(articles[0], "article"), *rest]
    return "readouts", [msgspec.structs.replace(d, role="readout") for d in documents]


def _with_id(document: Document, id_: str) -> Document:
    return msgspec.structs.replace(document, id=id_)


def _compared(
    mode: Mode,
    article: Article | None,
    readouts: Sequence[Labelled],
    wanted: Sequence[str],
    knowledge: Knowledge,
    opinion: SecondOpinion | None,
    corrections: tuple[Corrections, str] | None,
) -> Comparison:
    """Verdicts come from a side's own readout where it is there, else from what the article gives to it."""
    alone = article if mode == "article" else None
    own = list(dict.fromkeys(r.document.party for r in readouts if r.document.party))
    sides = [*own, *(p for p in article.sides.parties if p not in own)] if article else own
    if not alone and len(sides) < 2:
        only = knowledge.parties[sides[0]].name
        raise UsageError(f"{only}: all accounts are of this one side; give the other side's too, or name it with --sides")
    sources = narrowed([*([article.labelled] if article else []), *readouts], sides, knowledge)
    revision = _revision(corrections, sources, sides)
    sources = [revision.reassigned(s) for s in sources] if revision else sources
    outcome: Outcome = _outcome(alone.sides, sources[0]) if alone else "compared"
    if outcome == "compared":
        found = find_topics(sources, sides, own, knowledge, opinion, revision)
    else:
        found = Found((), [s for source in sources for s in source.segments], [*revision.anchored.unfit] if revision else [])
    compared = msgspec.structs.replace(
        _uncompared(mode, outcome, sources, sides, _reasons(sides, own, wanted, alone), knowledge),
        signature=_signature(knowledge, sources, opinion) + _mark(revision, found),
        segments=tuple(found.segments),
        topics=found.topics,
        asked=_asked(readouts, sides, knowledge),
        unfit=tuple(found.unfit),
    )
    return _checked(compared, sources[0], sources[1:], sides, knowledge) if article and readouts else compared


def _reasons(sides: Sequence[str], own: Sequence[str], wanted: Sequence[str], alone: Article | None) -> dict[str, str]:
    """Why each side was taken for one, the strongest reason: its readout, what an article that stands `alone` shows of it, the user."""
    named = dict.fromkeys(sides, "named by the user" if wanted else "the article gives its account")
    return named | (alone.sides.why if alone else {}) | dict.fromkeys(own, "its readout is given")


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
    return Party(id=party, name=entry.name, definite=entry.definite, adjective=entry.adjective, why=why)


def _signature(knowledge: Knowledge, sources: Sequence[Labelled], opinion: SecondOpinion | None = None) -> str:
    from readoutdiff.alignment.align import DECIDES

    language = next((s.document.language for s in sources if s.document.language != "und"), "und")
    opinions = f"+{opinion.name}" if opinion else ""
    return f"{_made_by(knowledge, language)}{opinions}|t:{f'{DECIDES:g}'.removeprefix('0')}"


def _made_by(knowledge: Knowledge, language: str) -> str:
    return f"readoutdiff:{__version__}|lex:{knowledge.digest}|lang:{language}|sim:lex"


def _unread(mode: Mode, given: Sequence[Document], knowledge: Knowledge) -> Comparison:
    """Segments and no verdict: comparing by words across languages would call everything omitted."""
    documents = [d if d.id else _with_id(d, f"readout-{n}") for n, d in enumerate(given, 1)]
    segments = [s for d in documents for s in plain_segments(d, take_apart(d.text, knowledge))]
    return Comparison(
        mode=mode,
        outcome="language",
        signature=_made_by(knowledge, "+".join(sorted({d.language for d in documents}))),
        parties=(),
        documents=tuple(documents),
        segments=tuple(segments),
        topics=(),
    )
