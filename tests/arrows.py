"""Which module of the package imports which, read from the source: `python -m tests.arrows` draws it, the command line on top.

An arrow is an import that happens when the code runs, at the head of a module or in a function. What only types need
(`if TYPE_CHECKING`) is none; the commands, which cli.py imports by name, are told by hand.
"""

import ast
from collections.abc import Iterator, Mapping
from graphlib import TopologicalSorter
from pathlib import Path

from tests.conftest import ROOT

PACKAGE = ROOT / "readoutdiff"
Arrows = Mapping[str, frozenset[str]]

# Arrows that go up, each in a function that is called late, and why.
UP = {
    ("contract", "records"): "Comparison.records() is a view for notebooks, of the value that it reads",
    ("contract", "render.notebook"): "a Comparison shows itself in a notebook",
}


def arrows() -> dict[str, frozenset[str]]:
    """Every module, without 'readoutdiff.', with those it imports; a folder's `__init__.py` goes by the folder's name."""
    paths = {_name(path): path for path in sorted(PACKAGE.rglob("*.py")) if path.parent != PACKAGE or path.stem != "__init__"}
    found = {name: set(_imported(path, paths)) - {name} for name, path in paths.items()}
    found["cli"] |= {name for name in paths if name.startswith("commands.")}
    return {name: frozenset(to) for name, to in found.items()}


def without(graph: Arrows, left_out: Mapping[tuple[str, str], str]) -> dict[str, frozenset[str]]:
    """The same without some arrows."""
    return {name: frozenset(to for to in targets if (name, to) not in left_out) for name, targets in graph.items()}


def rooms(graph: Arrows) -> dict[str, frozenset[str]]:
    """The same between rooms: the folders of the package, and the modules that stand in none."""
    found: dict[str, set[str]] = {}
    for name, targets in graph.items():
        found.setdefault(_room(name), set()).update(map(_room, targets))
    return {room: frozenset(targets) - {room} for room, targets in found.items()}


def floors(graph: Arrows) -> list[list[str]]:
    """The graph in floors, the highest first: all arrows go down. Raises graphlib.CycleError, which names the cycle."""
    sorter = TopologicalSorter(graph)
    sorter.prepare()
    found = []
    while sorter.is_active():
        ready = sorted(sorter.get_ready())
        found.append(ready)
        sorter.done(*ready)
    return found[::-1]


def _name(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")


def _room(name: str) -> str:
    return name.partition(".")[0]


def _imported(path: Path, known: Mapping[str, Path]) -> Iterator[str]:
    for node in _running(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (_inside(alias.name) for alias in node.names if _inside(alias.name) in known)
        elif isinstance(node, ast.ImportFrom) and node.module and node.module.partition(".")[0] == PACKAGE.name:
            for alias in node.names:
                whole = _inside(f"{node.module}.{alias.name}")
                yield from [whole] if whole in known else [_inside(node.module)] if _inside(node.module) in known else []


def _inside(name: str) -> str:
    return name.removeprefix(f"{PACKAGE.name}.")


def _running(node: ast.AST) -> Iterator[ast.AST]:
    """What is below a node, but for what stands under `if TYPE_CHECKING`."""
    for child in ast.iter_child_nodes(node):
        if not (isinstance(child, ast.If) and isinstance(child.test, ast.Name) and child.test.id == "TYPE_CHECKING"):
            yield child
            yield from _running(child)


if __name__ == "__main__":
    graph = rooms(without(arrows(), UP))
    for floor in floors(graph):
        for name in floor:
            print(f"{name:14} -> {' '.join(sorted(graph[name])) or '(nothing of ours)'}")
        print()
