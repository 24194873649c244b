"""What everything rests on: addresses, the clock, Markdown, numbers, translations, fingerprints."""
