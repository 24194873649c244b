"""portal.yml: the portal itself, with the pages that belong to no single agency."""
