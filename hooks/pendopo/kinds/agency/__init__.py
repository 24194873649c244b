"""The kind `agency`: agency.yml describes one agency."""
