"""Machine-readable files of the portal itself."""
