"""Bytes to texts: charsets, formats, feeds, archives; what a page tells of itself, and which of its blocks are the story."""
