"""Renderers: plain functions from a Comparison to text. None computes anything."""
