"""news/YYYY-MM-DD-NAME.yml or .md: news articles."""
