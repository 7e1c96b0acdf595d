"""Claims held against flows: readings, tolerances, verdicts, the nearest truth."""
