"""All agencies, linked: the tree of government."""
