"""Pendopo: public agency profiles from YAML. This package knows nothing of MkDocs."""

__version__ = "0.1.0"
