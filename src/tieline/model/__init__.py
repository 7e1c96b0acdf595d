"""The nouns of the house: documents, claims, flows, verdicts, periods, countries, products. Standard library only."""
