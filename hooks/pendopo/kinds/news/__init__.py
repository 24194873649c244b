"""The kind `news`: articles in news/YYYY-MM-DD-NAME.yml or .md."""
