"""One build, from reading to publishing."""
