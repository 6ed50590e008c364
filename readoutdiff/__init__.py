"""readoutdiff compares governments' accounts of one call.

>>> from readoutdiff import compare, read
>>> result = compare(read("Norway said A. Sweden said B.", name="story.txt"))
>>> result.outcome
'no_sides'
"""

from readoutdiff.compare import compare
from readoutdiff.contract import Comparison
from readoutdiff.errors import InputError, LexiconError, ReadoutdiffError, UsageError
from readoutdiff.reading import read, read_file
from readoutdiff.version import __version__

__all__ = ["Comparison", "InputError", "LexiconError", "ReadoutdiffError", "UsageError", "__version__", "compare", "read", "read_file"]
