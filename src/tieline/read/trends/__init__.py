"""Directions, records, ranks and comparisons without a figure: `trends` is the entrance."""
