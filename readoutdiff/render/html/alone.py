"""What makes a page stand alone: its files are beside the code, what it is given is data, only its own style and script count."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from readoutdiff.render.visible import visible
from readoutdiff.render.words import PROMISE
from readoutdiff.version import __version__

_HERE = "readoutdiff.render.html"  # whose head.html all pages share


def page(package: str, template: str, style: str, script: str = "", /, **values: object) -> str:
    """A template of a package with its style and script, both as text, and with `values`, which are data.

    Beside them the template has `policy`, by which nothing else counts, `version` and `promise`.
    """
    return (
        _environment(package)
        .get_template(template)
        .render(
            style=Markup(style),  # noqa: S704 - our own file, and what the policy's hash is of
            script=Markup(script),  # noqa: S704 - the same
            policy=_policy(style, script),
            version=__version__,
            promise=PROMISE,
            **values,
        )
    )


def beside(package: str, name: str) -> str:
    """The text of a file of a package."""
    return files(package).joinpath(name).read_text(encoding="utf-8")


def _environment(package: str) -> Environment:
    return Environment(
        loader=ChoiceLoader([PackageLoader(package, ""), PackageLoader(_HERE, "")]),
        autoescape=True,
        finalize=_as_data,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )


def _as_data(value: object) -> object:
    """Whatever the template writes, but for its own markup, is data: nothing of it acts."""
    return visible(value) if type(value) is str else value


def _policy(style: str, script: str) -> str:
    """Only this style and this script count, told by their hashes; nothing is fetched from anywhere."""
    scripts = f" script-src 'sha256-{_hash(script)}';" if script else ""
    return f"default-src 'none'; style-src 'sha256-{_hash(style)}';{scripts} base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
