"""Pages to HTML, through the templates of overrides/."""
