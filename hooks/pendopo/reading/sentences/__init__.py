"""Sentences about files, folders and fields; importing this package registers them."""

from pendopo.reading.sentences import fields, files, telephones

__all__ = ["fields", "files", "telephones"]
