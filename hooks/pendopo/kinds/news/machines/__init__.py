"""News as files for machines."""
