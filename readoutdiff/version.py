"""The version of readoutdiff."""

__version__ = "0.1.0"
