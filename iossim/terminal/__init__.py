"""A terminal line fed with characters: keys, line editor, pages. Shared by the front ends that speak with a terminal directly."""
