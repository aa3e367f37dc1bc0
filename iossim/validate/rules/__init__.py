"""The rules that look at a whole configuration once it has been read: one module a rule, found by being in this folder."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from iossim.validate.rules.base import Rule


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, by code."""
    found: list[Rule] = []
    for module in pkgutil.iter_modules(__path__):
        if module.name != "base":
            loaded = importlib.import_module(f"{__name__}.{module.name}")
            found += [
                each() for each in vars(loaded).values() if isinstance(each, type) and issubclass(each, Rule) and each is not Rule
            ]
    return tuple(sorted(found, key=lambda rule: rule.code))
