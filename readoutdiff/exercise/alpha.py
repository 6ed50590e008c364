"""Krippendorff's alpha for nominal values: how far raters agree beyond chance.

K. Krippendorff, Content Analysis: An Introduction to Its Methodology; 'Computing Krippendorff's Alpha-Reliability' (2011).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction

Unit = Sequence[str]  # the values that raters gave it; who gave none is left out


def alpha(*strata: Iterable[Unit]) -> float | None:
    """1 where all agree, 0 where they agree as by chance, below where less; None where that cannot be known: no two values differ.

    Units that can be given the same values make a stratum. Of several strata the disagreements, observed and expected, are summed: a
    value is never held against those of another stratum, between which no rater could choose.
    """
    sums = [_disagreements([Counter(unit) for unit in units if len(unit) > 1]) for units in strata]
    observed, expected = (sum((pair[n] for pair in sums), Fraction()) for n in (0, 1))
    return round(float(1 - observed / expected), 4) if expected else None


def pairable(units: Iterable[Unit]) -> int:
    """How many values stand beside another one of their unit."""
    return sum(len(unit) for unit in units if len(unit) > 1)


def _disagreements(units: Sequence[Counter[str]]) -> tuple[Fraction, Fraction]:
    """Pairs of unlike values, each value counted once: those within units, and those to be expected of all values thrown together."""
    within = sum((Fraction(_unlike(unit), unit.total() - 1) for unit in units), Fraction())
    together = sum(units, Counter[str]())
    return within, Fraction(_unlike(together), together.total() - 1) if units else Fraction()


def _unlike(values: Counter[str]) -> int:
    """Ordered pairs of unlike values."""
    return int(values.total() ** 2 - sum(count**2 for count in values.values()))
