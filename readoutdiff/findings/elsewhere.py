"""What an article gives to one side, and another side's readout has."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from readoutdiff.alignment.lex import Scorer
from readoutdiff.alignment.unit import Unit
from readoutdiff.attribution.labelled import Labelled
from readoutdiff.contract import Candidate, Finding
from readoutdiff.findings.nearest import Near
from readoutdiff.findings.readout import Readout
from readoutdiff.value import replace

_ALIKE = 0.5  # a likeness from here on: the same claim


class Elsewhere:
    """Looks what a side's readout has not up in those of the others."""

    def __init__(
        self,
        article: Labelled,
        readouts: Sequence[Labelled],
        units: Sequence[Unit],
        scorer: Scorer,
        searchable: Mapping[str, Sequence[Readout]],
    ) -> None:
        self.article, self.readouts, self.searchable = article, {r.document.id: r for r in readouts}, searchable
        self.units = {u.segment.id: u for u in units}
        owners = dict.fromkeys(r.document.party for r in readouts)
        self.near = {p: Near([u for u in units if u.segment.rule == "own readout" and p in u.segment.parties], scorer) for p in owners if p}

    def told(self, finding: Finding) -> Finding:
        """The finding, with the segment of another side's readout that has what it is about."""
        if finding.kind == "quote_not_found":
            return replace(finding, elsewhere=self._quoted(finding))
        whole = self.units.get(finding.segment)
        if finding.kind != "not_in_readout" or whole is None or finding.start != whole.segment.start:
            return finding
        found = ((side, near.candidate(whole.terms)) for side, near in self.near.items() if side != finding.party)
        best = max((c for _, c in found if c is not None and c.score >= _ALIKE), key=lambda c: c.score, default=None)
        return replace(finding, elsewhere=best)

    def _quoted(self, finding: Finding) -> Candidate | None:
        for side, readouts in self.searchable.items():
            for readout in readouts if side != finding.party else ():
                checked = readout.check(self.article.story.text, finding.start, finding.end)
                if checked is not None and checked.result == "verbatim":
                    segments = self.readouts[checked.document].segments
                    at = bisect_right(segments, checked.start, key=lambda s: s.start) - 1
                    return Candidate(segment=segments[at].id, score=1.0)
        return None
