"""The words of English by what they do in a story, as the tables of grammar.toml have them."""

import msgspec

from readoutdiff.lexicon.phrases import PhraseSet


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of the lexicon."""


class Heads(Table, frozen=True):
    """Nouns that name sources, by what kind of source they name; `seat_of` says whose office a seat is."""

    paper: frozenset[str]
    post: frozenset[str]
    institution: frozenset[str]
    side: frozenset[str]
    spokes: frozenset[str]
    principal: frozenset[str]
    outside: frozenset[str]
    unnamed: frozenset[str]
    short: dict[str, str]
    seat_of: dict[str, str]


class Words(Table, frozen=True):
    """Small words by their place in a noun phrase or before a verb."""

    determiners: frozenset[str]
    modifiers: frozenset[str]
    connectors: frozenset[str]
    trailing: frozenset[str]
    owning: frozenset[str]
    issued: frozenset[str]
    complements: frozenset[str]
    between: frozenset[str]
    months: frozenset[str]
    days: frozenset[str]
    honorifics: frozenset[str]
    particles: frozenset[str]
    not_names: frozenset[str]
    past: frozenset[str]
    local: frozenset[str]
    led: frozenset[str]
    ruling: frozenset[str]
    bare_heads: frozenset[str]
    being: frozenset[str]
    joiners: frozenset[str]
    clause_words: frozenset[str]
    clause_openers: frozenset[str]
    further: frozenset[str]
    past_times: frozenset[str]
    adding: frozenset[str]
    apart: frozenset[str]
    counterparts: frozenset[str]
    meeting: frozenset[str]
    openers: frozenset[str]
    reader: frozenset[str]
    forms_of_be: frozenset[str]
    participles: frozenset[str]
    texts: frozenset[str]
    sites: frozenset[str]
    particulars: frozenset[str]
    palaces: frozenset[str]
    comparing: frozenset[str]
    civil: frozenset[str]
    obliging: frozenset[str]
    sole: frozenset[str]
    describing: frozenset[str]
    tallies: frozenset[str]
    associations: frozenset[str]
    firms: frozenset[str]
    outlets: frozenset[str]
    some: frozenset[str]
    negations: frozenset[str]
    conditions: frozenset[str]
    prepositions: frozenset[str]
    temporal: frozenset[str]
    pending: frozenset[str]
    parts: frozenset[str]
    ordinals: frozenset[str]
    utterances: frozenset[str]
    press: frozenset[str]
    ending_in_s: frozenset[str]
    saying_further: frozenset[str]
    hanging: frozenset[str]
    pointing: frozenset[str]
    demonstrative: frozenset[str]
    counting: frozenset[str]
    limiting: frozenset[str]
    ranking: frozenset[str]
    eager: frozenset[str]
    no_adverbs: frozenset[str]
    contrasting: frozenset[str]
    unreal: frozenset[str]
    partial: frozenset[str]
    unsaying: frozenset[str]
    outcomes: frozenset[str]
    sizes: frozenset[str]
    hedging: frozenset[str]
    venues: frozenset[str]

    def is_adverb(self, low: str) -> bool:
        """Whether a lower-cased word looks like an adverb: 'openly', not 'Italy' or 'supply'."""
        return low.endswith("ly") and low not in self.no_adverbs

    @property
    def beside_names(self) -> frozenset[str]:
        """Words beside a name that are none of it."""
        return self.particles | self.honorifics | {"jr", "sr"}


class Verbs(Table, frozen=True):
    """Verb forms that need care when they follow a source."""

    auxiliaries: frozenset[str]
    modals: frozenset[str]
    plural_nouns: frozenset[str]
    standing: frozenset[str]
    degrees: frozenset[str]
    asked: frozenset[str]
    asking: frozenset[str]
    being_done: frozenset[str]
    unchanged_past: frozenset[str]
    had: frozenset[str]
    has: frozenset[str]
    present: frozenset[str]
    was: frozenset[str]
    disclosing: frozenset[str]
    recording: frozenset[str]
    helpers: frozenset[str]
    stances: frozenset[str]
    wordings: frozenset[str]
    listing: frozenset[str]
    naming: frozenset[str]
    quoting: frozenset[str]
    telling: frozenset[str]


class Phrases(Table, frozen=True):
    """Fixed phrases, by what they say of the sentence."""

    according: PhraseSet
    own_account: PhraseSet
    passive: PhraseSet
    omission: PhraseSet
    denying: PhraseSet
    answering: PhraseSet
    no_comment: PhraseSet
    publication: PhraseSet
    bridge: PhraseSet
    outlet: PhraseSet
    elsewhere: PhraseSet
    call: PhraseSet
    joint: PhraseSet
    encounter: PhraseSet
    framing: PhraseSet
    general: PhraseSet
    formula: PhraseSet
    counterpart: PhraseSet
    strong_words: PhraseSet


class Quantities(Table, frozen=True):
    """Words of numbers and dates: how many each magnitude is, the word for each sign, months, and what follows an ordinal's digits."""

    magnitudes: dict[str, int]
    signs: dict[str, str]
    months: frozenset[str]
    ordinals: frozenset[str]


class Grammar(Table, frozen=True):
    """How an English story names its sources."""

    heads: Heads
    words: Words
    verbs: Verbs
    phrases: Phrases
    quantities: Quantities
