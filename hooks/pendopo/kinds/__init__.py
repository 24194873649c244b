"""The kinds of record, one folder per kind; registry.py lists them."""
