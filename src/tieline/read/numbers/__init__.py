"""Numbers in a sentence, each with its unit, bound, range and printed digits: `figures` is the entrance."""
