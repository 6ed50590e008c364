"""The layouts of a report for the terminal."""

from typing import Literal

Layout = Literal["columns", "stacked"]
