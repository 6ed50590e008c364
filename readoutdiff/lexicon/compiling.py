"""From the lexicon as people write it to tables made for looking up."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from readoutdiff.lexicon.compiled import FOLDER, stamp_of
from readoutdiff.lexicon.drawers import DRAWER
from readoutdiff.lexicon.entries import FieldEntry, LeaderEntry, Lexicon, PartyEntry, TopicEntry, digest_of, parse, raw_files
from readoutdiff.lexicon.extending import UserFile, extend
from readoutdiff.lexicon.grammar import Grammar, Phrases
from readoutdiff.lexicon.kept import KeptTerms, Term, keep_terms
from readoutdiff.lexicon.phrases import PhraseSet
from readoutdiff.lexicon.tables import Compiled, Cue, Language, Name, Office, PartyNames, Script, Signs, Tenure
from readoutdiff.text.furniture import Furniture
from readoutdiff.text.spelling import fold, full_name
from readoutdiff.text.tokens import phrase_stems, spelled, stem, tokenize

_SHARE = 5  # one term in so many that touches a field lays the topic in it
_CONTRACTED = ("does", "did", "do", "is", "was", "are", "were", "has", "have", "had")


def compile_lexicon(extra: UserFile | None = None) -> bytes:
    """The lexicon's files as tables in JSON, with a user's file laid over them.

    Raises LexiconError where one is not as it should be.
    """
    raw = raw_files()
    lexicon = extend(parse(raw), extra) if extra else parse(raw)
    tables = compile_tables(lexicon, digest_of(raw, extra.data if extra else b""))
    return msgspec.json.encode(tables, order="deterministic", enc_hook=lambda phrases: (phrases.phrases, phrases.by_word))


def compile_tables(lexicon: Lexicon, digest: str) -> Compiled:
    """The tables of a lexicon; `digest` marks the state of its files."""
    forms = {form: Cue(c.verb, c.kind, c.strong, frozenset(c.follow)) for c in lexicon.cue for form in c.all_forms()}
    stop = {word for entry in lexicon.stopwords.values() for word in entry.words}
    empty = {stem(word) for word in {*stop, *(form for form, cue in forms.items() if cue.kind != "mind")}}  # 'plan' and 'ban' are matters
    empty |= {_canonical(g.terms) for g in lexicon.group if any(set(phrase_stems(t)) <= empty for t in g.terms)}
    grammar = msgspec.convert(_without_examples(lexicon.grammar), Grammar, dec_hook=lambda _, phrases: PhraseSet(phrases))
    grammar = msgspec.structs.replace(grammar, phrases=_with_contractions(grammar.phrases))
    return Compiled(
        stamp=stamp_of(FOLDER),
        digest=digest,
        parties={p.id: _party_names(p) for p in lexicon.party},
        names=_names(lexicon.party),
        leaders=_leaders(lexicon.leader, grammar),
        governs={party.id: party.governs for party in lexicon.party if party.governs},
        offices={title: Office(office.none_in, office.only_in) for office in lexicon.office for title in office.titles},
        cues=_cues(forms),
        grammar=grammar,
        heads=_heads(grammar),
        abbreviations=frozenset(word for entry in lexicon.abbreviations.values() for word in entry.words),
        furniture=msgspec.convert(_without_examples(lexicon.furniture), Furniture),
        signs=msgspec.convert(lexicon.signs, Signs),
        languages=tuple(Language(entry.id, entry.name, entry.words, entry.served) for entry in lexicon.languages.language),
        scripts=tuple(Script(entry.id, entry.name, entry.first, entry.last) for entry in lexicon.languages.script),
        empty=frozenset(empty),
        labels={topic.id: topic.label for topic in lexicon.topic},
        topic_fields=_topic_fields(lexicon.topic, lexicon.field),
        topics=_terms(((t, topic.id) for topic in lexicon.topic for t in topic.terms), (t for topic in lexicon.topic for t in topic.not_)),
        fields=_terms((word, field.id) for field in lexicon.field for word in field.words),
        differences=msgspec.Raw(msgspec.json.encode(lexicon.differences, order="deterministic")),
        synonyms=_terms((t, _canonical(group.terms)) for group in lexicon.group for t in group.terms),
    )


def _cues(forms: Mapping[str, Cue]) -> tuple[tuple[Cue, tuple[str, ...]], ...]:
    of: dict[Cue, list[str]] = defaultdict(list)
    for form, cue in forms.items():
        of[cue].append(form)
    return tuple((cue, tuple(found)) for cue, found in of.items())


def _with_contractions(phrases: Phrases) -> Phrases:
    """'does not mention' is 'doesn't mention' too."""
    given: dict[str, PhraseSet] = msgspec.structs.asdict(phrases)
    return Phrases(
        **{name: PhraseSet(dict.fromkeys(form for p in them.phrases for form in _contracted(p))) for name, them in given.items()}
    )


def _contracted(phrase: str) -> Iterator[str]:
    yield phrase
    for verb in _CONTRACTED:
        if phrase.startswith(f"{verb} not "):
            yield phrase.replace(f"{verb} not ", f"{verb}n't ", 1)
    if phrase.startswith("not "):
        yield from (f"{verb}n't {phrase[4:]}" for verb in _CONTRACTED)


def _party_names(party: PartyEntry) -> PartyNames:
    own = tuple(name for kind, name in party.named() if kind not in ("title", "shared"))
    return PartyNames(party.name, party.definite, party.adjective, own, tuple(party.shared))


def _leaders(leaders: Iterable[LeaderEntry], grammar: Grammar) -> dict[str, tuple[Tenure, ...]]:
    found: dict[str, list[Tenure]] = defaultdict(list)
    for leader in leaders:
        tenure = Tenure(leader.party, leader.from_.isoformat(), leader.to.isoformat() if leader.to else None)
        for name in (leader.name, *leader.also):
            letters = fold(full_name([token.key for token in tokenize(name)], grammar.words.beside_names))
            found[letters] += [] if tenure in found[letters] else [tenure]
    return {name: tuple(tenures) for name, tenures in found.items()}


def _canonical(terms: Sequence[str]) -> str:
    """The one stem that stands for a group of synonyms."""
    return "=" + "_".join(phrase_stems(terms[0]))


def _without_examples(classes: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    return {name: {key: value for key, value in words.items() if key != "examples"} for name, words in classes.items()}


def _heads(grammar: Grammar) -> dict[str, str]:
    """Head nouns and their kinds; where a noun has two, the later kind of this order wins."""
    kinds = ("unnamed", "outside", "principal", "side", "spokes", "institution", "post", "paper")
    return {noun: kind for kind in kinds for noun in sorted(getattr(grammar.heads, kind))}


def _names(parties: Iterable[PartyEntry]) -> dict[str, msgspec.Raw]:
    owners: dict[tuple[str, ...], dict[str, str]] = defaultdict(dict)
    for party in parties:
        for kind, name in party.named():
            words = tokenize(name)
            keys = tuple(t.low if kind == "title" else spelled(t) for t in words)
            if kind in ("capital", "country"):  # 'ABU DHABI, Sept 22', 'DENMARK: …'
                owners[tuple(key.upper() for key in keys)].setdefault(party.id, kind)
            owners[keys].setdefault(party.id, _part_of_own(party, name) if kind == "shared" else kind)
    index: dict[str, list[Name]] = defaultdict(list)
    for keys, whose in owners.items():
        index[keys[0]].append(Name(keys, min(whose.values()), tuple(whose)))
    return _drawers({first: sorted(names, key=_name_order) for first, names in index.items()})


def _name_order(name: Name) -> tuple[int, tuple[str, ...]]:
    return -len(name.keys), name.keys


def _drawers(index: Mapping[str, Sequence[Name]]) -> dict[str, msgspec.Raw]:
    """The entries by the first letters of their first word."""
    drawers: dict[str, dict[str, Sequence[Name]]] = defaultdict(dict)
    for first in sorted(index):
        drawers[first[:DRAWER]][first] = index[first]
    return {letters: msgspec.Raw(msgspec.json.encode(drawer)) for letters, drawer in drawers.items()}


def _part_of_own(party: PartyEntry, name: str) -> str:
    """A shared name is an office, unless it is a word of the party's own name ('Korean')."""
    if name in party.adjective.split():
        return "adjective"
    return "country" if name in party.name.split() else "office"


def _terms(meanings: Iterable[tuple[str, str]], misses: Iterable[str] = ()) -> KeptTerms:
    known: dict[tuple[tuple[str, ...], str | None], None] = {(phrase_stems(term), meaning): None for term, meaning in meanings}
    near = [(keys, None) for keys in dict.fromkeys(map(phrase_stems, misses))]  # may be another topic's own term
    return keep_terms([Term(keys, meaning) for keys, meaning in (*known, *near)])


def _topic_fields(topics: Iterable[TopicEntry], fields: Iterable[FieldEntry]) -> dict[str, frozenset[str]]:
    """The fields of meaning in which each topic lies: those of its label, and those that a fifth of its terms touch."""
    words: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for field in fields:
        for stems in map(phrase_stems, field.words):
            words[stems[0]].append((stems, field.id))
    found = {}
    for topic in topics:
        counts = Counter(field for term in topic.terms for field in _touched(phrase_stems(term), words))
        wide = {field for field, n in counts.items() if n * _SHARE >= len(topic.terms)}
        found[topic.id] = frozenset(wide | _touched(phrase_stems(topic.label), words))
    return found


def _touched(stems: Sequence[str], words: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]) -> set[str]:
    return {field for at, first in enumerate(stems) for term, field in words.get(first, ()) if tuple(stems[at : at + len(term)]) == term}
