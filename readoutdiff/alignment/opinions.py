"""Second opinions on whether two statements raise one point: word vectors that a user has installed and asks for.

An opinion is never what makes a side silent. It turns 'one side' into 'possible' where it sees a likeness that words did
not show, and 'possible' into 'both' where the words hint at the same. Nothing is asked of the network.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

from readoutdiff.errors import UsageError

_OFFLINE = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1"}


class SecondOpinion(Protocol):
    """What can be asked: `doubts` is the likeness from which on a silence is doubted, `agrees` that which makes a hint a link."""

    name: str
    doubts: float
    agrees: float

    def likeness(self, texts: Sequence[str]) -> Sequence[Sequence[float]]:
        """The likeness (-1 to 1) of each text to each."""


class Vectors:
    """An opinion from one vector a text, compared by the cosine of their angle."""

    def __init__(self, name: str, encode: Callable[[list[str]], Any], doubts: float, agrees: float) -> None:
        self.name, self._encode, self.doubts, self.agrees = name, encode, doubts, agrees

    def likeness(self, texts: Sequence[str]) -> Sequence[Sequence[float]]:
        """The likeness of each text to each, as rows."""
        import numpy as np

        vectors = np.asarray(self._encode(list(texts)), dtype=float)
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        unit = vectors / np.where(lengths > 0, lengths, 1.0)
        rows: list[list[float]] = (unit @ unit.T).round(4).tolist()
        return rows


def find_opinion(name: str) -> SecondOpinion:
    """The opinion of that name: `wordllama`, or a model2vec or sentence-transformers model by its folder or its name.

    Raises UsageError, which names the command that mends it, where the package or the model is not there.
    """
    os.environ.update(_OFFLINE)
    return _wordllama() if name == "wordllama" else _model(name)


def _wordllama() -> SecondOpinion:
    try:
        import wordllama
        from wordllama import WordLlama
    except ImportError as error:
        raise UsageError("--similarity wordllama needs its package; pip install 'readoutdiff[wordllama]'") from error
    model = WordLlama.load(cache_dir=Path(wordllama.__file__).parent, disable_download=True)  # its weights are in the wheel
    return Vectors("wordllama", model.embed, doubts=0.35, agrees=0.55)


def _model(name: str) -> SecondOpinion:
    loaders = {"model2vec": _model2vec, "sentence-transformers": _sentence_transformers}
    missing, failed = [], []
    for package, load in loaders.items():
        try:
            return Vectors(Path(name).name, load(name), doubts=0.45, agrees=0.65)
        except ImportError:
            missing.append(package)
        except Exception as error:  # each package has its own errors for what is no model of its kind
            failed.append(f"{package}: {' '.join(str(error).split())[:120]}")
    if len(missing) == len(loaders):
        raise UsageError(f"--similarity {name} needs model2vec or sentence-transformers; pip install 'readoutdiff[model2vec]'")
    raise UsageError(f"--similarity {name}: no such model on this machine ({'; '.join(failed)}); give the folder of one, or wordllama")


def _model2vec(name: str) -> Callable[[list[str]], Any]:
    from model2vec import StaticModel

    encode: Callable[[list[str]], Any] = StaticModel.from_pretrained(name).encode
    return encode


def _sentence_transformers(name: str) -> Callable[[list[str]], Any]:
    from sentence_transformers import SentenceTransformer

    encode: Callable[[list[str]], Any] = SentenceTransformer(name).encode
    return encode
