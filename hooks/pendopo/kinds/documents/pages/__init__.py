"""Pages about documents and public information."""
