"""Facts of one configuration that several validation rules ask for; a fact is computed once."""

from iossim.validate.facts.facts import Facts, FormProperty, entered, facts_of, has_any

__all__ = ["Facts", "FormProperty", "entered", "facts_of", "has_any"]
