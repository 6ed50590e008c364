"""Compiles the lexicon into one JSON file when the package is built, so that start-up need not parse TOML."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileLexicon(BuildHookInterface):  # type: ignore[type-arg,misc]
    """Writes readoutdiff/lexicon/compiled.json before the files are packed."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        sys.path.insert(0, self.root)
        import msgspec

        from readoutdiff.compiling import compile_tables
        from readoutdiff.entries import digest_of, parse, raw_files
        from readoutdiff.knowledge import COMPILED

        raw = raw_files()
        tables = compile_tables(parse(raw), digest_of(raw))
        path = Path(self.root, "readoutdiff", "lexicon", COMPILED)
        path.write_bytes(msgspec.json.encode(tables, order="deterministic"))
        build_data["artifacts"].append(f"readoutdiff/lexicon/{COMPILED}")
