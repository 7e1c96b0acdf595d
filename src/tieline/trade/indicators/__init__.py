"""Indicators as functions of a mapping or a frame: growth, composition, concentration, advantage, intensity, records."""
