"""The kind `surveys`: surveys of the satisfaction of the public, in surveys/NAME.yml."""
