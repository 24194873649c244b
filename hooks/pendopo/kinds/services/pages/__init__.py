"""Pages of services, the lists of them, and panels."""
