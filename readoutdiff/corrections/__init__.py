"""Decisions that a person has corrected: written down, edited, and applied again."""
