"""The compiled file of the lexicon: where it is kept, and whether it still says what the files of lexicon/ say.

An installed package carries it. Where the files have changed since, the tables are compiled anew, so that what is used is
always what the files say.
"""

import zlib
from pathlib import Path

FOLDER = Path(__file__).parent
COMPILED = "compiled.json"


def sources(folder: Path) -> list[Path]:
    """The files that the tables come from: those of the lexicon, and the code that compiles them."""
    code = (
        "lexicon/compiling",
        "lexicon/difference_tables",
        "lexicon/drawers",
        "lexicon/entries",
        "lexicon/extending",
        "lexicon/grammar",
        "lexicon/kept",
        "lexicon/phrases",
        "lexicon/tables",
        "text/furniture",
        "text/spelling",
        "text/tokens",
    )
    return [*sorted(folder.glob("*.toml")), *(folder.parent / f"{name}.py" for name in code)]


def stamp_of(folder: Path) -> str:
    """What changes with any of the sources: a checksum of their names and sizes, which costs little, and one of all they hold."""
    held = 0
    for path in sources(folder):
        held = zlib.crc32(path.read_bytes(), held)
    return f"{_sizes(folder)}-{held:08x}"


def _sizes(folder: Path) -> str:
    listed = " ".join(f"{path.name}:{path.stat().st_size}" for path in sources(folder))
    return f"{zlib.crc32(listed.encode()):08x}"


def kept_tables(folder: Path) -> bytes | None:
    """The compiled file, if it is there and current: of sources of the same names and sizes and no younger, or of the same in all."""
    compiled = folder / COMPILED
    if not compiled.exists():
        return None
    data, made = compiled.read_bytes(), compiled.stat().st_mtime_ns
    younger = all(path.stat().st_mtime_ns <= made for path in sources(folder))  # which costs far less than to read them
    if younger and data.startswith(f'{{"stamp":"{_sizes(folder)}-'.encode()):
        return data
    return data if data.startswith(f'{{"stamp":"{stamp_of(folder)}"'.encode()) else None
