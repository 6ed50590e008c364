"""Texts of nothing but one thing, as often as asked: what takes time by the square shows in them."""

from collections.abc import Callable, Mapping


def name(number: int) -> str:
    """A name that no other number has; all begin alike."""
    return "Xo" + "".join(chr(97 + number // 26**place % 26) for place in range(3)) + "q"


def repeated(piece: str) -> Callable[[int], str]:
    """The piece so many times."""
    return lambda times: piece * times


MONOTONOUS: Mapping[str, Callable[[int], str]] = {
    "dates": repeated("9 May 2025, "),
    "amounts": repeated("$5 billion "),
    "full stops": repeated(". "),
    "titles": repeated("Mr. "),
    "abbreviations": repeated("U.S. "),
    "names": repeated("Putin Boluarte "),
    "nested sources": repeated("Putin said that Boluarte said that "),
    "words that begin alike": lambda times: " ".join(f"a{name(i)[2:]}" for i in range(times)),
}
