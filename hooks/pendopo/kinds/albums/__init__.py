"""The kind `albums`: pictures of one occasion in albums/NAME.yml."""
