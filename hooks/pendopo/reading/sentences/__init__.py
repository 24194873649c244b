"""Sentences about files, folders and fields; importing this package registers them."""

from pendopo.reading.sentences import acknowledgements, content, fields, files, former, telephones

__all__ = ["acknowledgements", "content", "fields", "files", "former", "telephones"]
