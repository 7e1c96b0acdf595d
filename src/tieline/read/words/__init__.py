"""The words that rules look for, by subject, and no rule: trade, acts, those who act and speak, parts of the world."""
