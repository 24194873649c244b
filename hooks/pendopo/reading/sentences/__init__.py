"""Sentences about files, folders and fields; importing this package registers them."""

from pendopo.reading.sentences import fields, files, former, telephones

__all__ = ["fields", "files", "former", "telephones"]
