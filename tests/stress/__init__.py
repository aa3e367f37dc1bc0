"""Bounded attacks, and a soak that is run by hand."""
