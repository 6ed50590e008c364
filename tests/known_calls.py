"""A corpus of calls in which it is known what is there: who says what, when, and which outlet tells it.

27 calls of Russia and Turkey by their readouts, 15 of Norway and Sweden by an article of one of five outlets beside both readouts,
6 of Finland and Estonia by an article alone, one without a call, and two that cannot be compared. The sentences are such that the
program's verdicts on them are sure.
"""

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from readoutdiff.corpus.building import build
from readoutdiff.corpus.sources import read_cases

GRAIN = "Black Sea grain and shipping"
EDUCATION = "students and education"
OUTLETS = ("Baltic Post", "Dawn Courier", "Evening Star", "Harbour News", "Northern Wire")
SILENT, UNDECIDED, RAISED = 10, 5, 12  # of the calls in which Turkey raises grain: what of Russia
COURSES, LATER = "Scholarships for students of medicine were offered.", "Scholarships for students of law were offered too."

_GRAIN = "He demanded the export of grain from the Black Sea ports."
_TRAIN = "The night train to the coast will run again in May."  # which may have to do with shipping
_BASE = (
    COURSES,
    "Both opera houses will exchange a conductor every winter.",
    "A nuclear reactor of the second block will be loaded with fuel in spring.",
    "They condemned the attack on the embassy in Khartoum.",
)
_MOSCOW = "President Ivan Orlov of Russia spoke by telephone today with President Kemal Arslan of Turkey."
_ANKARA = "President Kemal Arslan of Turkey spoke by telephone today with President Ivan Orlov of Russia."
MOSCOW = (_MOSCOW, *_BASE)  # what Russia says in every call

_OSLO = (
    "The Prime Minister of Norway spoke today with the Prime Minister of Sweden.",
    "The rescue exercise in the fjord will be held before the summer and without observers.",
    "Norway offers two hundred scholarships for students of medicine.",
    "A nuclear reactor near the border will be closed within ten years.",
    "The national museum lends forty Viking swords to Stockholm.",
)
_STOCKHOLM = (
    "The Prime Minister of Sweden spoke today with the Prime Minister of Norway.",
    "The vaccination of reindeer against anthrax begins in the autumn.",
    "Sweden stores 15,000 tonnes of wheat, cleared by customs, for its neighbours.",
    "Pensioners are to be warned of forged lottery tickets in good time.",
    "Counterfeit banknotes are hunted by a joint squad of detectives.",
)
VERBATIM = "will be held before the summer and without observers"
ALTERED = "will be held after the summer and with observers"
INVENTED = "is the crown of our friendship"


def manifest(folder: Path) -> Path:
    """The cases as JSON Lines."""
    path = folder / "calls.jsonl"
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows()), encoding="utf-8")
    return path


def built(folder: Path) -> Path:
    """A corpus of all cases."""
    path = manifest(folder)
    build(lambda: read_cases(str(path)), folder / "calls")
    return folder / "calls"


@cache
def rows() -> tuple[dict[str, str], ...]:
    return (*_of_moscow(), *_of_oslo(), *_of_helsinki(), *_others())


def _of_moscow() -> Iterator[dict[str, str]]:
    """One in every month of three years but for the ninth to the twelfth."""
    months = [(year, month) for year in (2022, 2023, 2024) for month in range(1, 10)]
    for number, (year, month) in enumerate(months):
        here = (_GRAIN,) if number % 9 in (0, 2, 4, 6) else (_TRAIN,) if number % 9 == 8 or number in (1, 3) else ()
        later = (LATER,) if number > 13 else ()
        yield {
            "id": f"moscow-{year}-{month:02}",
            "date": date(year, month, 15).isoformat(),
            "readout_text:ru": "\n\n".join((*MOSCOW, *later, *here)),
            "readout_text:tr": "\n\n".join((_ANKARA, *_BASE, _GRAIN)),
        }


def _of_oslo() -> Iterator[dict[str, str]]:
    """Each outlet once a year; the Dawn Courier leaves out two of Sweden's points and quotes with other words in two years."""
    for year in (2022, 2023, 2024):
        for number, outlet in enumerate(OUTLETS):
            drops = outlet == "Dawn Courier"
            quoted = ALTERED if drops and year > 2022 else INVENTED if (outlet, year) == ("Evening Star", 2023) else VERBATIM
            yield {
                "id": f"oslo-{year}-{number}",
                "date": date(year, 10, 1 + number).isoformat(),
                "outlet": outlet,
                "article_text": _article(quoted, _STOCKHOLM[1:3] if drops else _STOCKHOLM[1:]),
                "readout_text:no": "\n\n".join(_OSLO),
                "readout_text:se": "\n\n".join(_STOCKHOLM),
            }


def _article(quoted: str, of_sweden: tuple[str, ...]) -> str:
    return "\n\n".join([
        "Norway and Sweden spoke by phone on Monday, both governments said.",
        f"The rescue exercise in the fjord \u201c{quoted},\u201d the Norwegian readout said.",
        *(f"{point.rstrip('.')}, the Norwegian readout said." for point in _OSLO[2:]),
        *(f"{point.rstrip('.')}, the Swedish readout said." for point in of_sweden),
    ])  # fmt: skip


def _of_helsinki() -> Iterator[dict[str, str]]:
    """In four of six articles the reporter says that Finland's readout has not what Estonia's has."""
    for number in range(6):
        yield {
            "id": f"helsinki-{number}",
            "date": date(2023, 11, 1 + number).isoformat(),
            "outlet": "Baltic Post",
            "article_text": "\n\n".join([
                "Finnish Foreign Minister Liisa Strand and Estonian Foreign Minister Peeter Alm spoke by phone on Monday.",
                "The Finnish readout said the ministers had discussed cod quotas in the northern seas.",
                "The Estonian readout said the ministers had discussed rail freight to Narva.",
                "Tallinn also raised the clean-up of the old mercury mine and its pollution.",
                *(["The Finnish readout makes no mention of the mine."] if number < 4 else []),
            ]),
        }  # fmt: skip


def _others() -> Iterator[dict[str, str]]:
    yield {"id": "no-call", "outlet": "Baltic Post", "article_text": "It rained in the hills on Monday, and the bakery was closed."}
    yield {"id": "wrong-day", "date": "in May", "readout_text:ru": "It rained.", "readout_text:tr": "It snowed."}
    yield {"id": "alone", "date": "2023-05-05", "readout_text:ru": _MOSCOW}
