"""What answers say that is no configuration, or takes more than one command to tell: by name, for the views.

A value is a function of the item; a list is one that yields, for each repetition, a text or several by name.
"""

from iossim.xmlapi.values import events, names, phones, sip, states, system
from iossim.xmlapi.values.registry import LISTS, VALUES

__all__ = ["LISTS", "VALUES", "events", "names", "phones", "sip", "states", "system"]
