"""agency.yml: who an agency is."""
