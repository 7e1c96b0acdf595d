"""Acts and figures over time: channels, bursts, shifts, pivots. Empty until a later release."""
