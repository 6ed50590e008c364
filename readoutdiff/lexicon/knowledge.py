"""What the program knows of the world and of English, ready for looking up: the tables that were compiled from the files of lexicon/."""

from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from readoutdiff.lexicon.compiled import FOLDER, kept_tables
from readoutdiff.lexicon.drawers import Index, Known
from readoutdiff.lexicon.kept import TermIndex, telling
from readoutdiff.lexicon.phrases import PhraseSet
from readoutdiff.lexicon.quantities import counts
from readoutdiff.lexicon.tables import Compiled, Name
from readoutdiff.text.tokens import word_stems

if TYPE_CHECKING:
    from readoutdiff.lexicon.extending import UserFile


class Knowledge:
    """All tables, ready for looking up.

    `stems` has the stems of a lower-cased word, None where the words beside it count; `telling` what a stem by itself tells.
    """

    def __init__(self, compiled: Compiled) -> None:
        self.digest = compiled.digest
        self.parties, self.leaders, self.governs = compiled.parties, compiled.leaders, compiled.governs
        self.leading_families = {name.rpartition(" ")[2] for name in compiled.leaders}  # the last word of each leader's name
        self.offices = compiled.offices
        self.cues = {form: cue for cue, forms in compiled.cues for form in forms}
        self.emphatic = frozenset(form for form, cue in self.cues.items() if cue.strong)
        self.grammar, self.heads = compiled.grammar, compiled.heads
        self.abbreviations, self.furniture, self.signs = compiled.abbreviations, compiled.furniture, compiled.signs
        self.languages, self.scripts = compiled.languages, compiled.scripts
        self.empty, self.labels, self.topic_fields = compiled.empty, compiled.labels, compiled.topic_fields
        words, verbs = self.grammar.words, self.grammar.verbs
        self.small = words.determiners | words.connectors | words.between  # words that end no name
        self.listing = frozenset(form for form, cue in self.cues.items() if cue.verb in verbs.listing)
        self.helping = verbs.auxiliaries | verbs.modals  # verbs that are no part of a name
        silence = (part for phrase in self.grammar.phrases.omission.phrases for part in phrase.split())
        sources = (head for head, kind in self.heads.items() if kind not in ("outside", "unnamed"))
        self.passing = (
            frozenset((*silence, *sources)) | self.small | self.helping | words.clause_words
        )  # that a text is silent, not on what
        self.leading = words.determiners | words.modifiers | words.some  # words that open a name that no list has
        self.names = Index(compiled.names, msgspec.json.Decoder(dict[str, tuple[Name, ...]]).decode)
        self.topics = TermIndex(compiled.topics)
        self.fields = TermIndex(compiled.fields)
        self.synonyms = TermIndex(compiled.synonyms)
        quantities, synonyms, empty = self.grammar.quantities, self.synonyms, self.empty
        self.stems: Known[str, tuple[str, ...] | None] = Known(lambda low: None if counts(low, quantities) else word_stems(low))
        self.telling: Known[str, frozenset[str]] = Known(lambda stem: telling((stem,), synonyms, empty))
        self.differences = compiled.differences  # read when two accounts are compared


def _phrases(kind: type, kept: tuple[list[str], dict[str, list[int]]]) -> PhraseSet:
    """Phrases as the tables keep them."""
    return PhraseSet(*kept)


def load(extra: "str | UserFile | None" = None) -> Knowledge:
    """The lexicon that ships with the package, with a user's TOML file laid over it, as it now is. Raises LexiconError for a wrong file."""
    if isinstance(extra, str):
        from readoutdiff.lexicon.extending import read_user_file

        extra = read_user_file(extra)
    return _kept(extra)


def read_lexicon(extra: "UserFile | None" = None) -> Knowledge:
    """The same, read anew."""
    kept = kept_tables(FOLDER) if extra is None else None
    if kept is None:
        from readoutdiff.lexicon.compiling import compile_lexicon  # only where it is needed: an installed package seldom does

        kept = compile_lexicon(extra)
    return Knowledge(msgspec.json.decode(kept, type=Compiled, dec_hook=_phrases))


_kept = lru_cache(maxsize=4)(read_lexicon)
