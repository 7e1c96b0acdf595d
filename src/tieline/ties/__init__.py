"""Acts and figures over time: channels, bursts, shifts, pivots."""
