"""The sentences about files, folders and fields."""
