"""A plan as files for machines."""
