"""plans/NAME.yml: what an agency has promised for a period, and what it has reached."""
