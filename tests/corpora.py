"""Corpora for tests: many small cases of one seed, and the bytes of what was built of them."""

import json
import random

_POINTS = (
    "that grain must leave the ports by June", "that the airport road be opened", "that 40 prisoners be freed by Friday",
    "that tariffs on steel be lifted", "that fishing boats keep to their waters", "that visas for students be issued",
    "that the dam be filled slowly", "that the border post stay open at night", "that vaccines be sent to the north",
)  # fmt: skip
_SIDES = (("tr", "Turkiye"), ("ru", "Russia"), ("ke", "Kenya"), ("et", "Ethiopia"), ("no", "Norway"), ("pe", "Peru"))


def readout(chance, side, partner):
    """A short readout of one side."""
    told = chance.sample(_POINTS, 4)
    first = f"The president of {side[1]} spoke by telephone with the president of {partner[1]}."
    return " ".join([first, *(f"The president stressed {point}." for point in told)])


def rows(number, seed=0):
    """So many rows of a manifest, each with two readouts in it."""
    chance = random.Random(seed)
    for n in range(number):
        one, other = chance.sample(_SIDES, 2)
        yield {
            "id": f"call-{n:05d}",
            "date": f"20{10 + n % 10}-03-{1 + n % 28:02d}",
            f"readout_text:{one[0]}": readout(chance, one, other),
            f"readout_text:{other[0]}": readout(chance, other, one),
        }


def write_manifest(path, number, seed=0):
    """A manifest as JSON Lines."""
    path.write_text("".join(json.dumps(row) + "\n" for row in rows(number, seed)), encoding="utf-8")
    return path


def data_in(corpus):
    """All files of a finished corpus, but for what a build keeps for itself."""
    return {
        str(path.relative_to(corpus)): path.read_bytes()
        for path in sorted(corpus.rglob("*"))
        if path.is_file() and ".build" not in path.parts
    }
