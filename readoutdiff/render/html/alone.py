"""What makes a page stand alone: its files are beside the code, what it is given is data, only its own style and script count."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined

from readoutdiff.render.visible import visible


def environment(package: str) -> Environment:
    """The templates of a package."""
    return Environment(
        loader=PackageLoader(package, ""),
        autoescape=True,
        finalize=_as_data,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )


def _as_data(value: object) -> object:
    """Whatever the template writes, but for its own markup, is data: nothing of it acts."""
    return visible(value) if type(value) is str else value


def beside(package: str, name: str) -> str:
    """The text of a file of a package."""
    return files(package).joinpath(name).read_text(encoding="utf-8")


def policy(style: str, script: str = "") -> str:
    """Only this style and this script count, told by their hashes; nothing is fetched from anywhere."""
    scripts = f" script-src 'sha256-{_hash(script)}';" if script else ""
    return f"default-src 'none'; style-src 'sha256-{_hash(style)}';{scripts} base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
