"""The tree of government: all agencies, linked."""
