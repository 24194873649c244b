"""Events: the agenda of an agency."""
