"""The version of readoutdiff."""

__version__ = "1.0.0"
