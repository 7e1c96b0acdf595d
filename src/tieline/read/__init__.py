"""A batch of documents in, claims out: pure, without ledger, network or clock."""
