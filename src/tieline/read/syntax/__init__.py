"""Sentences and their words: where they end, and their parts of speech and places in the tree by spaCy's small model."""
