"""The pages of news."""
