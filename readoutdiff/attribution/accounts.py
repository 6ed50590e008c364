"""In whose account each sentence of a text stands, as far as its own words and those of its paragraph tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readoutdiff.parsing.story import Sentence, Story, body
from readoutdiff.text.tokens import Token
from readoutdiff.value import Value

SPEAKERS = ("institution", "paper", "side", "spokes")
_NAMED = (*SPEAKERS, "post", "press")
_TOLD = ("told", "wrote", "posted")
_LEAD_IN = 12  # tokens of a paragraph that only leads in


def accounts_of(story: Story) -> Iterator[tuple[str, ...]]:
    """For each sentence, headlines and captions included, the one party in whose account it stands, or ()."""
    telling = _Telling()
    for sentence in story.sentences:
        telling = telling.after(sentence, story.tokens)
        yield telling.party


def accounts_told(story: Story) -> tuple[str, ...]:
    """The parties whose texts, institutions or spokespersons are sources in a story; a readout has no such source but its publisher."""
    frames = (f for sentence in body(story) for f in sentence.frames if f.source.kind in SPEAKERS and f.source.sure)
    return tuple(dict.fromkeys(f.source.owner[0] for f in frames if len(f.source.owner) == 1))


def names_accounts(story: Story) -> bool:
    """Whether a text says anywhere whose words it has: a text, an office, a spokesperson, the press, a leader who told or wrote them.

    Reporters do; a government's own readout tells what its leader stressed and what the other one noted, and names no source.
    """
    sources = ((f.source.kind, story.tokens[f.cue_first].low) for s in body(story) for f in s.frames)
    return any(kind in _NAMED or cue in _TOLD or (kind == "party" and cue == "said") for kind, cue in sources)


class _Telling(Value, frozen=True):
    """The one party in whose account a sentence stands: its own source's, or the one that its paragraph has named last.

    A paragraph of a few words ('That is not how Seoul tells it.') leads in to the next one.
    """

    party: tuple[str, ...] = ()
    block: int = -1
    words: int = 0

    def after(self, sentence: Sentence, tokens: Sequence[Token]) -> _Telling:
        goes_on = sentence.block == self.block or (self.words <= _LEAD_IN and sentence.block == self.block + 1)
        before = self.party if goes_on else ()
        words = sentence.stop - sentence.first + (self.words if sentence.block == self.block else 0)
        return _Telling(self._told_by(sentence, tokens) or before, sentence.block, words)

    @staticmethod
    def _told_by(sentence: Sentence, tokens: Sequence[Token]) -> tuple[str, ...]:
        owners = {f.source.owner for f in sentence.frames if f.source.sure and f.source.kind in (*SPEAKERS, "party")}
        first = next((n for n in sentence.nouns if n.first - sentence.first < 2), None)
        if not owners and first is not None and first.sure and first.kind in (*SPEAKERS, "party") and not tokens[first.end - 1].possessive:
            owners = {first.owner}
        owners = owners or {n.owner for n in sentence.nouns if n.kind == "paper" and n.sure}
        return owners.pop() if len(owners) == 1 else ()
