"""How near texts come to one another, as the alignment sees it."""

from __future__ import annotations

from collections.abc import Sequence

from readoutdiff.alignment.lex import Scorer
from readoutdiff.alignment.linking import pair_score
from readoutdiff.alignment.terms import TermFinder
from readoutdiff.lexicon.knowledge import load
from readoutdiff.text.tokens import tokenize


def similarity(left: Sequence[str], right: Sequence[str], lexicon: str | None = None) -> list[list[float]]:
    """For each text of `left` a row with its similarity (0-1) to each text of `right`, one statement being one text.

    How rare a word is comes from the texts at hand, so scores of two calls cannot be set side by side. `lexicon` is
    a file of the user's own that is laid over the lexicon. Raises LexiconError where that file is not as it should be.

    >>> from readoutdiff import similarity
    >>> rows = similarity(["The captives must be freed."], ["Fishing quotas were set.", "He asked to free the hostages."])
    >>> rows[0][0] < 0.2 < rows[0][1]
    True
    """
    finder = TermFinder(load(lexicon), frozenset())
    rows, columns = ([finder.terms(text, tokenize(text)) for text in texts] for texts in (left, right))
    scorer = Scorer([*rows, *columns])
    return [[pair_score(scorer, one, other) for other in columns] for one in rows]
