"""Acts between states: what one does to, with or for another, when, where, and what became of it: `acts` is the entrance."""
