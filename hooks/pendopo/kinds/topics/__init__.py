"""topics.yml: the topics that news may have."""
