"""Requests that are not served: the outcome, and the faults of HTTP that a user of the simulator has switched on."""

from __future__ import annotations

import asyncio
from http import HTTPStatus
from typing import TYPE_CHECKING

from iossim.xmlapi.admission import CHALLENGE
from iossim.xmlapi.web_server import Response, refuse

if TYPE_CHECKING:
    from iossim.router import RouterCore


class Refusal(Exception):  # noqa: N818 (an outcome, and no error of ours)
    """Ends a request that is not served.

    Attributes:
        response: the answer that refuses it.
    """

    def __init__(self, response: Response) -> None:
        super().__init__(response.status)
        self.response = response


async def meet_faults(router: RouterCore) -> None:
    """Wait as long as an answer shall come late, and refuse the request if it shall be refused.

    Args:
        router: the router, which has the faults.

    Raises:
        Refusal: the request shall be refused.
    """
    delay = router.faults.hit("http delay")
    if delay is not None:
        await asyncio.sleep(delay.value / 1000)
    refusal = router.faults.hit("http status")
    if refusal is not None:
        status = HTTPStatus(refusal.value)
        raise Refusal(refuse(router, status, CHALLENGE if status == HTTPStatus.UNAUTHORIZED else None))
