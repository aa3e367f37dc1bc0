"""Whatever happens to phones, in whatever order: figures, lines and events agree with what a plain count of them says."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from iossim import Router
from tests.router.support import office
from tests.support import examples

_TAGS = st.integers(1, 4)
_LINES = st.one_of(
    st.builds("simulate ephone {} {}".format, _TAGS, st.sampled_from(("register", "unregister", "decease", "dnd"))),
    st.builds("simulate ephone-dn {} {}".format, _TAGS, st.sampled_from(("idle", "seize", "ringing", "connected", "hold"))),
    st.sampled_from(("simulate ephone all register", "simulate ephone mac AAAA.BBBB.0001 register")),
    st.builds("no ephone {}".format, _TAGS),
    st.builds("no ephone-dn {}".format, _TAGS),
    st.builds("ephone {0}\nmac-address 0011.2233.440{0}\nbutton 1:{0}".format, _TAGS),
    st.builds("ephone-dn {0} dual-line\nnumber 500{0}".format, _TAGS),
    st.builds(
        "telephony-service\n{}".format,
        st.sampled_from(("reset all", "restart all 3", "log table max-size 3", "no auto-reg-ephone")),
    ),
    st.integers(1, 400),
)


@settings(max_examples=examples(50))
@given(st.lists(_LINES, max_size=30))
def test_whatever_happens(steps: list[str | int]) -> None:
    router, time = office()
    session = router.session()
    for step in steps:
        if isinstance(step, int):
            time.passes(step)
        elif step.startswith("simulate"):
            session.execute(step)
        else:
            session.enter_configuration()
            for line in step.split("\n"):
                session.execute(line)
            session.end()
        _agrees(router)


def _agrees(router: Router) -> None:
    phones = router.phones
    figures = phones.summary()
    devices = list(phones.sccp.all())
    counted = Counter(device.status for device in devices)
    assert figures.configured == len(devices) == len(router.config.sections("ephone"))
    assert (figures.registered, figures.unregistered, figures.deceased) == tuple(
        counted[status] for status in ("registered", "unregistered", "deceased")
    )
    assert figures.peak >= figures.registered == figures.sockets
    assert len({device.socket for device in devices if device.registered}) == figures.registered
    carried = {tag for device in devices if device.registered for button in device.lines if button.owns for tag in button.dns}
    for extension in phones.extensions.all():
        assert not extension.up or extension.tag in carried
        assert extension.up or not extension.calls
        assert extension.calls <= extension.size
    events = list(phones.events)
    assert [event.index for event in events] == sorted({event.index for event in events})
    assert all(event.time <= router.clock.uptime() for event in events)
