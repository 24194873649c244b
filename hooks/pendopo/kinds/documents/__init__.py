"""The kind `documents`: documents in documents/NAME.yml, and the list of public information."""
