"""The kinds of record, one folder for each; registry.py lists them."""
