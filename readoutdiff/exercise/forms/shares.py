"""Shares of a mark for a question with several right answers, of those that Moodle accepts."""

from __future__ import annotations

from collections.abc import Collection

_MOST = 10
_SHARES = ("100", "50", "33.33333", "25", "20", "16.66667", "14.28571", "12.5", "11.11111", "10")  # a whole, a half, a third …


def shares(options: int, right: Collection[int]) -> list[str]:
    """The share in per cent of each of so many options, of which one to ten are right, by their places from 0.

    The right ones have the whole mark among them. A wrong one takes as much as it would cost by the rubric of `exercise grade` (what
    was chosen rightly over all that was chosen or is right), one part of one more than are right, or else so much that all wrong ones
    together take the whole mark: who ticks everything gains nothing.
    """
    wrong = options - len(right)
    gain = _SHARES[len(right) - 1]
    loss = _SHARES[min(len(right) + 1, wrong, _MOST) - 1] if wrong else ""
    return [gain if place in right else f"-{loss}" for place in range(options)]
