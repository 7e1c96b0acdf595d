"""Figures and frames to Measures: which figure hangs on which word of trade, for which period: `measures` is the entrance."""
