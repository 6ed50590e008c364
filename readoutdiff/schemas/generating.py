"""Schemas from the values: what msgspec tells of their types, with what it cannot know of them.

All fields that are always written are required; more may be added, so none is forbidden. What a field means is in fields.toml.
"""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

import msgspec

from readoutdiff.contract import Comparison
from readoutdiff.escaping import as_indented_json
from readoutdiff.exercise.values import Answers, Exercise, Grades
from readoutdiff.records import Claim
from readoutdiff.render.annotation import AnnotationCollection

DRAFT = "https://json-schema.org/draft/2020-12/schema"
VALUES: dict[str, type[msgspec.Struct]] = {
    "comparison": Comparison,
    "claim": Claim,
    "annotation": AnnotationCollection,
    "exercise": Exercise,
    "answers": Answers,
    "grades": Grades,
}
_VERSION = 1  # of each of them


def generate(name: str) -> bytes:
    """The schema of a name, as its file has it."""
    (top,), parts = msgspec.json.schema_components([VALUES[name]], ref_template="#/$defs/{name}")
    described = _described()
    for value in _structs(VALUES[name]):
        _complete(parts[value.__name__], value, described.get(value.__name__, {}))
    whole = {"$schema": DRAFT, "$id": f"urn:readoutdiff:{name}:{_VERSION}", "title": f"readoutdiff/{name}/{_VERSION}", **top}
    return as_indented_json({**whole, "$defs": dict(sorted(parts.items()))})


def _complete(part: dict[str, Any], value: type[msgspec.Struct], described: dict[str, str]) -> None:
    """Say which fields are always there, which have one value only, and what they mean."""
    properties = part["properties"]
    if not value.__struct_config__.omit_defaults:
        part["required"] = list(properties)
    if "schema" in properties:
        properties["schema"] = {"const": properties["schema"]["default"]}
    for field in properties.values():
        field.pop("default", None)  # nothing is left out, so nothing is to be filled in
    for field, meaning in described.items():
        properties[field] = {"description": meaning, **properties[field]}


def _described() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("readoutdiff.schemas").joinpath("fields.toml").read_text(encoding="utf-8"))


def _structs(value: type[msgspec.Struct]) -> list[type[msgspec.Struct]]:
    """The value's type and all that it is made of."""
    found: dict[str, type[msgspec.Struct]] = {}
    _collect(msgspec.inspect.type_info(value), found)
    return list(found.values())


def _collect(told: Any, found: dict[str, type[msgspec.Struct]]) -> None:
    if isinstance(told, msgspec.inspect.StructType):
        if told.cls.__name__ in found:
            return
        found[told.cls.__name__] = told.cls
        parts = [field.type for field in told.fields]
    else:
        parts = [*getattr(told, "types", ()), *getattr(told, "item_types", ())]
        parts += [part for name in ("item_type", "value_type", "type") if (part := getattr(told, name, None)) is not None]
    for part in parts:
        _collect(part, found)
