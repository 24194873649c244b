"""Machine-readable files of a plan."""
