"""What differences.toml holds, table by table."""

from readoutdiff.lexicon.grammar import Table


class Rung(Table, frozen=True):
    """A rung of the ladder of strength: its verbs, forms that are not regular, and phrases that stand for one."""

    name: str
    verbs: tuple[str, ...]
    example: str
    forms: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


class Qualifier(Table, frozen=True):
    """Words that change what is promised in one way; `against` change it in the contrary way. Of `formulas` they change nothing.

    `leading` ones stand before what they limit; in `seeming` phrases they limit nothing. A text that has a word of `elsewise` may
    say the same in another way.
    """

    words: tuple[str, ...]
    example: str
    against: tuple[str, ...] = ()
    formulas: frozenset[str] = frozenset()
    leading: frozenset[str] = frozenset()
    seeming: tuple[str, ...] = ()
    elsewise: frozenset[str] = frozenset()


class Initiative(Table, frozen=True):
    """How a text says who took the initiative."""

    before: tuple[str, ...]
    owned: frozenset[str]
    opening: frozenset[str]
    verbs: frozenset[str]
    calling: frozenset[str]
    called: frozenset[str]
    reaching: frozenset[str]
    reached: frozenset[str]
    receiving: frozenset[str]
    pointing: frozenset[str]
    calls: frozenset[str]
    ends: frozenset[str]
    others: tuple[str, ...]
    spoken: frozenset[str]
    examples: tuple[str, ...]


class Polarity(Table, frozen=True):
    """Denials, and what only looks like one."""

    negations: tuple[str, ...]
    having: frozenset[str]
    between: frozenset[str]
    particles: frozenset[str]
    seeming: tuple[str, ...]
    refusals: tuple[str, ...]
    raising: tuple[str, ...]
    examples: tuple[str, ...]


class Opposed(Table, frozen=True):
    """Verbs and nouns of one direction and of the contrary one.

    `converse` ones tell the same thing if another does it, `turning` ones can follow on one another. `contrary` says of the
    example's thing what is contrary to it, `near_miss` of another thing.
    """

    one: tuple[str, ...]
    other: tuple[str, ...]
    example: str
    contrary: str
    near_miss: str
    nouns: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    turning: bool = False
    converse: bool = False


class Modality(Table, frozen=True):
    """What stands before a verb if it is promised, and if it only may be; verbs by which nothing is promised yet."""

    certain: tuple[str, ...]
    possible: tuple[str, ...]
    weighing: tuple[str, ...]
    courteous: frozenset[str]
    asking: frozenset[str]
    example: str
    contrary: str
    near_miss: str


class Multiples(Table, frozen=True):
    """How many times, in which time (days), and how many times as much; `bare` factors count as verbs only."""

    times: dict[str, int]
    every: frozenset[str]
    adverbs: dict[str, float]
    factors: dict[str, float]
    bare: frozenset[str]
    example: str
    contrary: str
    near_miss: str


class Bounds(Table, frozen=True):
    """What makes an amount the least or the most."""

    least: tuple[str, ...]
    most: tuple[str, ...]
    example: str
    contrary: str
    near_miss: str


class Numerals(Table, frozen=True):
    """Numbers in words."""

    words: dict[str, int]
    ordinals: dict[str, int]
    fractions: dict[str, float]
    examples: tuple[str, ...]


class Unit(Table, frozen=True):
    """Units of one kind, and how many of the first each is."""

    kind: str
    sizes: dict[str, float]
    example: str


class Calendar(Table, frozen=True):
    """Months, days and seasons, and the words before a date that say from when or until when."""

    months: tuple[tuple[str, ...], ...]
    days: tuple[str, ...]
    seasons: dict[str, frozenset[int]]
    from_then: frozenset[str]
    until_then: frozenset[str]
    leading: frozenset[str]
    before: frozenset[str]
    early: frozenset[str]
    late: frozenset[str]
    parts: dict[str, int]
    examples: tuple[str, ...]


class Places(Table, frozen=True):
    """What stands before a place, what a place is called, and places of several names."""

    before: frozenset[str]
    kinds: frozenset[str]
    giving: frozenset[str]
    moving: tuple[str, ...]
    renamed: tuple[tuple[str, ...], ...]
    examples: tuple[str, ...]


class Clauses(Table, frozen=True):
    """Small words by what they do in a clause."""

    stops: frozenset[str]
    uncounted: frozenset[str]
    passive: frozenset[str]
    states: frozenset[str]
    helpers: frozenset[str]
    ahead: frozenset[str]
    unreal: frozenset[str]
    urging: frozenset[str]
    ending: frozenset[str]
    starting: frozenset[str]
    gone: frozenset[str]
    light: frozenset[str]
    linking: frozenset[str]
    bodies: frozenset[str]
    irregular: dict[str, str]
    parting: frozenset[str]
    relative: frozenset[str]
    plain: frozenset[str]
    openers: frozenset[str]
    examples: tuple[str, ...]


class Names(Table, frozen=True):
    """Titles before names beside those of offices, what ships are called, and words that are written as names and are none."""

    titles: frozenset[str]
    things: frozenset[str]
    leaders: frozenset[str]
    below: frozenset[str]
    leading: frozenset[str]
    common: frozenset[str]
    examples: tuple[str, ...]


class DifferenceWords(Table, frozen=True):
    """The whole file."""

    rung: tuple[Rung, ...]
    qualifier: tuple[Qualifier, ...]
    initiative: Initiative
    polarity: Polarity
    opposed: tuple[Opposed, ...]
    modality: Modality
    multiples: Multiples
    bounds: Bounds
    numerals: Numerals
    unit: tuple[Unit, ...]
    calendar: Calendar
    places: Places
    names: Names
    clauses: Clauses
