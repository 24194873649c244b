"""The record of an agency, and everything that is computed from it alone."""
