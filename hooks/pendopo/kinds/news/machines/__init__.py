"""Machine-readable files of the news."""
