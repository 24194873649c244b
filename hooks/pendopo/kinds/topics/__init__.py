"""The kind `topics`: topics.yml lists the topics that news may have."""
