"""What staff write of a service."""
