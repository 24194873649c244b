"""Locations of values within a record."""

Location = tuple[str | int, ...]
"""Keys and list indexes, outermost first: `("goals", "statements", 0, "mission")`."""
