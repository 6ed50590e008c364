"""A case: the texts on one call, as bytes, so that it can be handed to another process or machine."""

from __future__ import annotations

from typing import Literal

from readoutdiff.checksums import sha256
from readoutdiff.contract import Document
from readoutdiff.reading import read
from readoutdiff.value import Value


class Text(Value, frozen=True, kw_only=True):
    """One text: what a file holds, or the text itself as a string; `party` is whose readout it is, by id or name."""

    role: Literal["article", "readout"]
    name: str
    data: bytes | str
    party: str | None = None

    def document(self, date: str | None) -> Document:
        """The text as it is read; `date` is its day (ISO 8601). Raises InputError and UsageError as `read` does."""
        return read(self.data, name=self.name, role=self.role, party=self.party, date=date)

    def checksum(self) -> str:
        """Of all that a reading of it depends on."""
        text = isinstance(self.data, str)
        data = self.data.encode("utf-8", "surrogatepass") if isinstance(self.data, str) else self.data
        return f"{self.role}\t{self.party}\t{self.name}\t{text}\t{sha256(data)}"


class Case(Value, frozen=True, kw_only=True):
    """An article, readouts, or both, on one call, under an `id` of its own.

    `date` is its day (ISO 8601), `outlet` who published the article. `problem` says why it cannot be compared, if that is known
    before its texts are looked at.
    """

    id: str
    texts: tuple[Text, ...] = ()
    date: str | None = None
    outlet: str | None = None
    problem: str | None = None

    @property
    def size(self) -> int:
        """The length of its texts together, in bytes or, of strings, in characters."""
        return sum(len(text.data) for text in self.texts)

    def documents(self) -> tuple[Document, ...]:
        """Its texts as they are read. Raises InputError and UsageError as `read` does."""
        return tuple(text.document(self.date) for text in self.texts)

    def checksum(self, *further: str) -> str:
        """Of all that its result depends on; `further` is what does beside the case itself."""
        parts = [*further, self.id, str(self.date), str(self.outlet), str(self.problem), *(text.checksum() for text in self.texts)]
        return sha256("\n".join(parts).encode("utf-8", "surrogatepass"))[:32]
