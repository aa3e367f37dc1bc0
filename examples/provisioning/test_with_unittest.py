"""The same without pytest's fixtures: a router in the set-up of a class of unittest."""

from __future__ import annotations

import unittest

from provision import Provisioner
from test_provision import MAC, OFFICE

from iossim import Router


class ProvisioningTest(unittest.TestCase):
    """A router for every test."""

    def setUp(self) -> None:
        """Serves a router until the test is over."""
        self.router = Router.from_text(OFFICE)
        self.server = self.enterContext(self.router.serve())
        self.client = Provisioner(self.server.url, *self.server.auth)

    def test_a_phone_is_added(self) -> None:
        """The phone is in the configuration."""
        self.client.add_phone(2, MAC, "5002")
        self.assertIn("mac-address 0011.2233.4455", self.router.running_config)


if __name__ == "__main__":
    unittest.main()
