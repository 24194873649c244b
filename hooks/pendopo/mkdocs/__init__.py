"""The adapter to MkDocs, the only package that imports it."""
