"""What staff write of a plan, and what can be computed from it alone."""
