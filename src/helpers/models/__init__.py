"""Compute what the book derives from its tables, by formulas stated here; draw and load nothing."""
