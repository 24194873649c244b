"""The kind `portal`: portal.yml, and the pages that belong to no single agency."""
