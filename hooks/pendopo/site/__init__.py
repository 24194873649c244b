"""Pages: their definition, the plan of all pages of a site, and the shell around them."""
