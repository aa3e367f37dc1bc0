"""Shared lines of SIP phones."""

from __future__ import annotations

from tests.exec.support import session


def test_shared_lines() -> None:
    user, _ = session("simulate voice register pool all register", "simulate voice register dn 2 connected 5001")
    assert user.execute("show shared-line call").endswith(
        "7002             7002@10.1.1.121              5001              5001@10.1.1.1         1\n"
    )
    assert "Shared-Line: '7002',  subscribed users: 2,  max calls limit: 4\n" in user.execute("show shared-line summary")
    assert "Subscriptions to: '7002',   total subscriptions: 2\n" in user.execute("show shared-line subscription")
