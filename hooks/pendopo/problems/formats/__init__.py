"""Reports of problems for programs: a module each of a format, from rows to text."""
