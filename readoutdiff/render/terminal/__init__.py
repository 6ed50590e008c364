"""The report for the terminal: a summary, then a row for each topic with the sides' words side by side."""

from readoutdiff.render.terminal.report import render_text

__all__ = ["render_text"]
