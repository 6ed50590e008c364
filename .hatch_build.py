"""Compiles the lexicon into one JSON file when the package is built, so that start-up need not parse TOML."""

import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileLexicon(BuildHookInterface):  # type: ignore[type-arg,misc]
    """Writes readoutdiff/lexicon/compiled.json before the files are packed."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and have the result packed, last: it is to be younger than its sources."""
        sys.path.insert(0, self.root)
        from readoutdiff.lexicon.compiled import COMPILED, FOLDER
        from readoutdiff.lexicon.compiling import compile_lexicon

        (FOLDER / COMPILED).write_bytes(compile_lexicon())
        build_data["force_include"][str(FOLDER / COMPILED)] = f"readoutdiff/lexicon/{COMPILED}"
