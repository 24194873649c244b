"""From the data folder to records: files, YAML, fields, and the place of everything."""

from pendopo.reading import sentences

__all__ = ["sentences"]
