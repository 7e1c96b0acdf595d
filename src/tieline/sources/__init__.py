"""Feeds, statistics services, event archives: the only place that opens a connection. Empty until a later release."""
