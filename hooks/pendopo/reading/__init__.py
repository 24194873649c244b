"""Reads the data folder into records: files, YAML, fields, and the positions of values."""

from pendopo.reading import sentences

__all__ = ["sentences"]
