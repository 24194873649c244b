"""The lifecycle of agencies: what came before them, and what took over after them."""
