"""Frozen values, and how one is made from another: cheaper to define and to make than named tuples, of which start-up has many."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

__all__ = ["Value", "replace"]


class Value(msgspec.Struct, frozen=True, gc=False):
    """A frozen value without cycles."""
