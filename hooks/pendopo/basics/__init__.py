"""Used by every other package: addresses, clock, Markdown, numbers, translations, fingerprints."""
