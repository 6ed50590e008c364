"""What the furniture of a page looks like, as furniture.toml tells it."""

import re

import msgspec

_NAME = r"(?:[^\W\d_][\w.’'-]*+ ?){1,4}"
_SIGNED = rf"{_NAME}(?: in {_NAME}|, {_NAME}| \(now\).*)(?: and {_NAME}in {_NAME})?$"
_TITLED = 9  # words of a name with its desk
_BRIEF = 10  # words
_STAMPED = 16  # words of a line that says when the page was made
_SHORT = 40  # words of a block that speaks to the reader


def _fields(low: str) -> list[str]:
    """The fields of a line like 'Facebook  Twitter  WhatsApp'; none for running text."""
    for mark in ("\t", " | ", " · ", " • "):
        low = low.replace(mark, "  ")
    fields = low.split("  ")
    return [field.strip() for field in fields] if len(fields) > 1 else []


class Marks(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Literal marks of one class of blocks, and blocks that bear them."""

    whole: frozenset[str] = frozenset()
    brief: tuple[str, ...] = ()  # as starts, but of short blocks only: a sentence may begin so too
    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    contains: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()

    def is_whole(self, low: str) -> bool:
        """Whether a lower-cased piece of text is just one of the marks; numbers before it count things ('7 comments')."""
        return low.strip(" .:…0123456789") in self.whole

    def match(self, low: str) -> bool:
        """Whether a lower-cased block bears one of the marks."""
        if self.brief and low.startswith(self.brief) and len(low.split()) <= _BRIEF:
            return True
        if low.startswith(self.starts) or low.endswith(self.ends) or self.is_whole(low):
            return True
        return bool([mark for mark in self.contains if mark in low])  # asked of each block: `any` takes twice as long


class Furniture(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The classes of blocks that are not the story."""

    boilerplate: Marks
    reader: Marks
    stamp: Marks
    summary: Marks
    byline: Marks
    bio: Marks
    caption: Marks

    def is_caption(self, low: str) -> bool:
        """A picture's caption or credit."""
        return self.caption.match(low) and len(low.split()) < 90

    def is_boilerplate(self, low: str, words: int) -> bool:
        """Navigation, newsletters, comments, credits: never a long paragraph."""
        if words < _SHORT and any(self.boilerplate.match(field) for field in _fields(low)):
            return True
        return words < 60 and (self.boilerplate.match(low) or (words < _SHORT and self._speaks_to_reader(low)))

    def _speaks_to_reader(self, low: str) -> bool:
        """'If you value our journalism, …': no story says 'you' outside quotation marks and speaks of what readers do."""
        if any(c in low for c in '“"«„‘'):
            return False
        said = {word.strip(".,:;!?()") for word in low.split()}
        return not said.isdisjoint(self.reader.contains) and not said.isdisjoint(self.reader.words)

    def is_stamp(self, low: str) -> bool:
        """'Posted Tue 3 Mar 2026 at 5:20pm': when the page was made."""
        words = low.split()
        return len(words) <= _STAMPED and any(c.isdigit() for c in low) and not self.stamp.words.isdisjoint(w.strip(".,:|-") for w in words)

    def is_byline(self, block: str) -> bool:
        """Who wrote it: short, no full stop, names."""
        words = block.split()
        if len(words) > 14 or block.endswith((".", "?", "!")):
            return False
        names = sum(word[0].isupper() for word in words) * 2 >= len(words)
        if block.lower().startswith(self.byline.starts):
            return names
        if names and "," in block and len(words) <= _TITLED and any(word.strip(",").lower() in self.byline.words for word in words[2:]):
            return True
        return self.is_placed(block)

    def is_placed(self, block: str) -> bool:
        """'Nora Lind in Oslo': who wrote it and where, but between paragraphs a subhead: 'Soldiers in Somalia'."""
        words = block.split()
        names = sum(word[0].isupper() for word in words) * 2 >= len(words)
        return names and len(words) <= _TITLED and " in " in block and bool(re.match(_SIGNED, block))

    def is_bio(self, block: str) -> bool:
        """A closing line about the author."""
        return len(block.split()) < 30 and any(mark in block for mark in self.bio.contains)
