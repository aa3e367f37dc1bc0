"""The licences of the simulated router: the packages that Unified CME needs."""

from __future__ import annotations

#: The package of each technology; "None" without a licence.
TECHNOLOGIES = {"ipbase": "ipbasek9", "security": "None", "uc": "uck9", "data": "None"}
#: All features that an image of this router knows, in the order of `show license`.
FEATURES = ("ipbasek9", "securityk9", "uck9", "datak9", "FoundationSuiteK9", "CME-SRST")
#: The features that are licensed for ever.
PERMANENT = ("ipbasek9", "uck9", "CME-SRST")
