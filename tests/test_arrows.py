"""Imports run one way, from the command line down to the values; no file is long."""

from graphlib import CycleError

import pytest

from tests.arrows import PACKAGE, UP, arrows, floors, rooms, without

ARROWS = arrows()
LINES = 350


@pytest.mark.parametrize("graph", [without(ARROWS, UP), rooms(without(ARROWS, UP))], ids=["modules", "rooms"])
def test_no_import_leads_back(graph):
    assert sum(map(len, floors(graph))) == len(graph)


@pytest.mark.parametrize("arrow", UP, ids=" -> ".join)
def test_an_arrow_that_may_go_up_is_there_and_does_so(arrow):
    """Who mends one takes it off the list."""
    assert arrow[1] in ARROWS[arrow[0]]
    with pytest.raises(CycleError):
        floors(without(ARROWS, {other: why for other, why in UP.items() if other != arrow}))


def test_a_cycle_would_be_seen():
    with pytest.raises(CycleError, match="value"):
        floors({**without(ARROWS, UP), "value": frozenset({"pipeline"})})


def test_the_command_line_is_on_top_and_the_values_at_the_bottom():
    order = [room for floor in floors(rooms(without(ARROWS, UP))) for room in floor]
    assert order[:3] == ["__main__", "cli", "commands"]
    assert [room for room in order if "commands" in rooms(ARROWS)[room]] == ["cli"]
    places = [order.index(room) for room in ("commands", "pipeline", "findings", "alignment", "attribution", "parsing", "lexicon", "text")]
    assert places == sorted(places)
    assert not ARROWS["value"] | ARROWS["errors"]


def test_no_file_is_long():
    files = [path for path in PACKAGE.rglob("*") if path.suffix in (".py", ".js", ".css", ".html", ".j2")]
    lines = {str(path.relative_to(PACKAGE)): len(path.read_text(encoding="utf-8").splitlines()) for path in files}
    assert {name: n for name, n in lines.items() if n > LINES} == {}
