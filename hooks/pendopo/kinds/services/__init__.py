"""The kind `services`: public services with their standards, in services/NAME.yml."""
