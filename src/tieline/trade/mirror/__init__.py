"""Mirror statistics: both sides' figures held against each other, how much either weighs, and one reconciled figure."""
