"""The search index: documents, shards, and Pagefind, which indexes them."""
