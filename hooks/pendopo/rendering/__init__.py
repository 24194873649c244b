"""Renders pages to HTML with the templates of overrides/."""
