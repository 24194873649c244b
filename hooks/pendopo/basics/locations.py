"""Where a value stands within a record."""

Location = tuple[str | int, ...]
"""Keys and list indexes from the outside in: `("goals", "statements", 0, "mission")`."""
