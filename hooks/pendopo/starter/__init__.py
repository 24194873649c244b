"""A new repository of content: the files that it begins with, and the pin of this version."""
