"""Statistics files to flows, and flows to indicators."""
