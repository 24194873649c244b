"""Sentences about files, folders and fields; importing this package registers them."""

from pendopo.reading.sentences import acknowledgements, fields, files, former, telephones

__all__ = ["acknowledgements", "fields", "files", "former", "telephones"]
