"""Rules that check plans."""
