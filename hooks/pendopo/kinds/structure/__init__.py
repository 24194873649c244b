"""The structure of an agency: its duties, its units, and its posts."""
