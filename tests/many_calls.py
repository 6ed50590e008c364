"""Corpora for tests: many small cases of one seed, and the bytes of what was built of them."""

import json
import random
import re
from functools import partial

from tests.conftest import SAMPLES

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


_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _other(words, chance, _):
    return chance.choice(words)


def reworded(text, chance):
    """A story like another: its figures, months and days other ones, its paragraphs after the first two in another order."""
    told = re.sub(r"\d", lambda _: str(chance.randint(1, 9)), text)
    for words in (_MONTHS, _DAYS):
        told = re.sub(rf"\b({'|'.join(words)})\b", partial(_other, words, chance), told)
    paragraphs = told.split("\n\n")
    rest = paragraphs[2:]
    chance.shuffle(rest)
    return "\n\n".join([*paragraphs[:2], *rest])


def write_stories(path, number, seed=0):
    """A manifest of so many rewordings of the samples: articles, and readouts of two sides."""
    chance = random.Random(seed)
    articles = [file.read_text(encoding="utf-8") for file in sorted(SAMPLES.glob("*-call/article.txt"))]
    readouts = [
        {file.stem: file.read_text(encoding="utf-8") for file in sorted(folder.glob("??.txt"))}
        for folder in sorted(SAMPLES.glob("*-readouts"))
    ]
    with path.open("w", encoding="utf-8") as out:
        for n in range(number):
            if n % 3:
                row = {"article_text": reworded(chance.choice(articles), chance)}
            else:
                row = {f"readout_text:{side}": reworded(text, chance) for side, text in chance.choice(readouts).items()}
            out.write(json.dumps({"id": f"story-{n:05d}", **row}) + "\n")
    return path
