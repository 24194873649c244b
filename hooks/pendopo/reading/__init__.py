"""From the data folder to records: files, YAML, fields, and the place of everything."""
