"""Run-time values and lists, by name: the texts of answers that are not a word of one command.

A value is a function of the item. A list is a function that yields one text, or several texts by name, for each repetition.
"""

from iossim.xmlapi.values import events, hunt_groups, names, phones, sip, states, system, users
from iossim.xmlapi.values.registry import LISTS, VALUES

__all__ = ["LISTS", "VALUES", "events", "hunt_groups", "names", "phones", "sip", "states", "system", "users"]
