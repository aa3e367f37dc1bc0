"""Validation rules: one in each module, loaded because the module is there. What several rules ask stands in `iossim/validate/facts/`."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from iossim.validate.rules.base import ValidationRule


@cache
def rules() -> tuple[ValidationRule, ...]:
    """All validation rules, by name."""
    modules = [importlib.import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__)]
    classes = {value for module in modules for value in vars(module).values() if isinstance(value, type)}
    subclasses = [rule for rule in classes if issubclass(rule, ValidationRule) and rule is not ValidationRule]
    return tuple(sorted((rule() for rule in subclasses), key=lambda rule: rule.name))
