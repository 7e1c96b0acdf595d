"""Each word of trade in a sentence with whose it is, with whom, and of what: `frames` is the entrance."""
