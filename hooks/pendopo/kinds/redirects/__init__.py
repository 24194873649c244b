"""redirects.yml: old addresses that lead to new ones."""
