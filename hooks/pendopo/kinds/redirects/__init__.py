"""The kind `redirects`: redirects.yml maps old addresses to new ones."""
