"""What `--only`, `--side`, `--top` and `--sort` choose of a comparison."""

from __future__ import annotations

from readoutdiff.contract import Comparison
from readoutdiff.errors import UsageError
from readoutdiff.output import DATA, Output
from readoutdiff.value import replace


def refuse_for_data(output: Output) -> None:
    """Raises UsageError where a choice is made of what other programs read: they get all of it."""
    choice = output.choice
    given = [option for option in ("only", "side", "top") if getattr(choice, option) is not None]
    given += ["sort"] if choice.sort != "weight" else []
    if given and output.format in DATA:
        raise UsageError(f"--{given[0]}: is for a report to read; --format {output.format} has all topics, so leave one of the two out")


def settled(output: Output, comparison: Comparison, lexicon: str | None = None) -> Output:
    """The output with the side that was chosen as an id. Raises UsageError where that is no side of the comparison."""
    choice = output.choice
    if choice.side is None or comparison.outcome != "compared":
        return output
    party = _party(choice.side, lexicon)
    if party not in {p.id for p in comparison.parties}:
        there = ", ".join(f"{p.id} ({p.name})" for p in comparison.parties)
        raise UsageError(f"--side {choice.side}: is no side of this comparison; its sides are {there}")
    return replace(output, choice=replace(choice, side=party))


def _party(name: str, lexicon: str | None) -> str | None:
    from readoutdiff.attribution.parties import find_party
    from readoutdiff.lexicon.knowledge import load

    try:
        return find_party(name, load(lexicon))
    except UsageError:
        return None
