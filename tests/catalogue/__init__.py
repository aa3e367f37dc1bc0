"""The command catalogue as test data: how much of it the grammars know, measured entry by entry."""
