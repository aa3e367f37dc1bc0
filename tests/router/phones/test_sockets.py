"""The numbers of sockets: the lowest free one is used first."""

from __future__ import annotations

import pytest

from iossim.router.phones.sockets import Sockets
from tests.router.support import office


@pytest.mark.parametrize("order", [(1, 2), (2, 1)])
def test_the_lowest_free_number_first_in_whatever_order_they_were_freed(order: tuple[int, int]) -> None:
    router, _ = office()
    router.phones.register_all()
    for tag in order:
        router.phones.unregister(tag)
    assert router.phones.registrar.sockets == 1
    assert [router.phones.register(tag).socket for tag in (2, 1)] == [1, 2]
    assert router.phones.registrar.sockets == 3


def test_numbers_that_are_open_are_not_given_again() -> None:
    sockets = Sockets()
    assert [sockets.open() for _ in range(3)] == [1, 2, 3]
    sockets.close(2)
    assert [sockets.open() for _ in range(2)] == [2, 4]
    assert len(sockets) == 4
