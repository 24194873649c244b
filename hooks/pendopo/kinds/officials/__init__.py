"""The officials of an agency: persons, and the posts that they hold or held."""
