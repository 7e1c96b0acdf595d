"""Dates and periods in a sentence, resolved against the publication date: `resolver` is the entrance."""
