"""Places for files that fsspec can read and write: stores of objects, folders, and others."""
