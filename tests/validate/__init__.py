"""Validation: files as the field has them, versions, rules."""
