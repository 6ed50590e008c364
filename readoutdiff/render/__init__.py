"""Renderers: plain functions from a Comparison to text. None decides anything."""
