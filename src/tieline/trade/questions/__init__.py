"""What is asked of a ledger's trade: dyads, partners, baskets, dependence, and indicators by name."""
