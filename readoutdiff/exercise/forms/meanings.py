"""What options of a kind mean, said above its questions: who has not been told them cannot choose among them."""

from __future__ import annotations

from collections.abc import Sequence

from readoutdiff.exercise.values import Item, Kind
from readoutdiff.value import Value

_MEANINGS: dict[Kind, dict[str, str]] = {
    "who-says-it": {
        "both": "each of them tells it, together or separately",
        "outlet": "it is of the call, and the newspaper itself vouches for it",
        "background": "it was so before the call, or is so anyway",
    },
    "wording": {
        "number": "an amount, how often, how many times",
        "initiator": "who wanted the call, or proposed a thing",
        "polarity": "one says that it is so, the other that it is not, or the contrary: raise and lower",
        "strength": "agreed or only discussed; must or should",
        "qualifier": "what must come first, a limit, or only a chance: provided that, in principle, up to, only, may and not will",
    },
    "check-the-story": {
        "left_out_by_article": "a sentence of the readout, and nothing in the article tells it",
        "not_in_readout": "the article gives it to that side in its own words, and its readout has no such claim, or another figure",
        "quote_altered": "in quotation marks, and the readout has nearly these words",
        "quote_not_found": "in quotation marks, and the readout has nothing like them",
        "verbatim": "every word that is marked, in this order",
    },
}


class Meaning(Value, frozen=True):
    """What an option is called, and what it means."""

    label: str
    text: str


def meanings(kind: Kind, items: Sequence[Item]) -> tuple[Meaning, ...]:
    """Those of the items' options that need a word, in their order."""
    told = _MEANINGS.get(kind, {})
    labels = {id_: label for item in items for id_, label in item.labels.items()}
    return tuple(Meaning(label, told[id_]) for id_, label in labels.items() if id_ in told)
