"""archive tar: hostile and broken tar files, a full flash, long names."""

from __future__ import annotations

import gzip
import io
import tarfile

import pytest

from iossim import Router
from iossim.router.facts.chassis import FLASH_SIZE, IMAGE

REG, DIR, LINK, SYM = tarfile.REGTYPE, tarfile.DIRTYPE, tarfile.LNKTYPE, tarfile.SYMTYPE


def tar_of(*members: tuple[str, bytes, bytes]) -> bytes:
    """A tar file of names, types and contents."""
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name, kind, data in members:
            member = tarfile.TarInfo(name)
            member.type, member.size, member.linkname = (
                kind,
                len(data) if kind == REG else 0,
                "/etc/passwd" if kind in (LINK, SYM) else "",
            )
            archive.addfile(member, io.BytesIO(data))
    return content.getvalue()


def router_with(data: bytes) -> Router:
    """A router with a file x.tar."""
    router = Router()
    router.flash.write(("x.tar",), data)
    return router


def names(router: Router) -> list[str]:
    """The files and directories of flash but the image and x.tar."""
    found = ["/".join(parts) + ("/" if entry.directory else "") for parts, entry in router.flash.walk()]
    return [name for name in found if name not in (IMAGE, "x.tar")]


@pytest.mark.parametrize("name", ["../up", "a/../../up", "/../up", "..", "a/b/../../../up"])
def test_no_name_leads_out_of_the_directory(name: str) -> None:
    router = router_with(tar_of((name, REG, b"x"), ("good", REG, b"y")))
    router.flash.make_directory(("in",))
    shown = router.session().execute("archive tar /xtract flash:x.tar flash:in")
    assert "%Error writing" in shown
    assert not [found for found in names(router) if "up" in found]
    assert router.flash.read(("in", "good")) == b"y"


def test_a_name_from_the_root_is_below_the_directory() -> None:
    router = router_with(tar_of(("/abs/file", REG, b"x")))
    router.session().execute("archive tar /xtract flash:x.tar flash:in")
    assert names(router) == ["in/", "in/abs/", "in/abs/file"]


def test_links_and_devices_are_left_out() -> None:
    router = router_with(tar_of(("link", SYM, b""), ("hard", LINK, b""), ("fifo", tarfile.FIFOTYPE, b""), ("file", REG, b"x")))
    assert router.session().execute("archive tar /xtract flash:x.tar flash:") == "extracting file (1 bytes)\n"
    assert names(router) == ["file"]


@pytest.mark.parametrize("name", ["a\x1b[2Jb", "a:b", "x" * 200, 'say"hi"'])
def test_a_name_that_flash_does_not_have(name: str) -> None:
    router = router_with(tar_of((name, REG, b"x")))
    user = router.session()
    shown = user.execute("archive tar /xtract flash:x.tar flash:")
    assert "%Error writing" in shown
    assert "\x1b" not in shown + user.execute("archive tar /table flash:x.tar")
    assert names(router) == []


def test_a_spoilt_name_is_shown() -> None:
    data = bytearray(tar_of(("abc", REG, b"x")))
    data[0] = 0xFF
    data[148:156] = b"%06o\0 " % (sum(data[:148]) + 8 * 32 + sum(data[156:512]))
    shown = router_with(bytes(data)).session().execute("archive tar /table flash:x.tar")
    assert shown.endswith("bc (1 bytes)\n")
    shown.encode()


@pytest.mark.parametrize(
    "data",
    [b"", b"\0" * 100, b"x" * 10240, gzip.compress(tar_of(("a", REG, b"x"))), tar_of(("a", REG, b"x"))[:300]],
    ids=["empty", "short", "text", "packed", "cut in the header"],
)
@pytest.mark.parametrize("command", ["/table flash:x.tar", "/xtract flash:x.tar flash:"])
def test_no_tar_file(data: bytes, command: str) -> None:
    router = router_with(data)
    assert router.session().execute(f"archive tar {command}") == "%Error reading flash:/x.tar (Invalid tar file)\n"
    assert names(router) == []


def test_a_file_that_is_cut_off_is_not_unpacked() -> None:
    router = router_with(tar_of(("a", REG, b"x" * 2000))[:1500])
    shown = router.session().execute("archive tar /xtract flash:x.tar flash:")
    assert "(Invalid tar file)" in shown
    assert names(router) == []


def test_a_size_larger_than_flash_is_refused_before_it_is_read() -> None:
    data = bytearray(tar_of(("a", REG, b"x")))
    data[124:136] = b"%011o\0" % (FLASH_SIZE * 8)
    data[148:156] = b"%06o\0 " % (sum(data[:148]) + 8 * 32 + sum(data[156:512]))
    router = router_with(bytes(data))
    assert "(No space left on device)" in router.session().execute("archive tar /xtract flash:x.tar flash:")
    assert names(router) == []


def test_a_deep_directory() -> None:
    router = router_with(tar_of(("/".join("d" * 30) + "/file", REG, b"x")))
    assert "%Error writing" in router.session().execute("archive tar /xtract flash:x.tar flash:")


def test_a_file_in_the_place_of_a_directory() -> None:
    router = router_with(tar_of(("a", REG, b"x"), ("a/b", REG, b"y"), ("a", DIR, b"")))
    assert "%Error writing flash:/a/b (Not a directory)" in router.session().execute("archive tar /xtract flash:x.tar flash:")
    assert router.flash.read(("a",)) == b"x"


def test_files_are_replaced() -> None:
    router = router_with(tar_of(("a", REG, b"new")))
    router.flash.write(("a",), b"old")
    router.session().execute("archive tar /xtract flash:x.tar flash:")
    assert router.flash.read(("a",)) == b"new"


def test_a_tar_file_is_not_put_into_itself_and_the_image_has_no_content() -> None:
    router = router_with(tar_of(("a", REG, b"x")))
    router.flash.write(("b",), b"bb")
    shown = router.session().execute("archive tar /create flash:x.tar flash:")
    assert "archiving b (2 bytes)\n" in shown
    assert "x.tar" not in shown
    assert router.session().execute("archive tar /table flash:x.tar") == "b (2 bytes)\n"


def test_a_single_file() -> None:
    router = Router()
    router.flash.make_directory(("d",))
    router.flash.write(("d", "f"), b"1234")
    assert router.session().execute("archive tar /create flash:x.tar flash:d/f") == "archiving f (4 bytes)\n"


def test_a_full_flash() -> None:
    router = Router()
    router.flash.write(("big",), bytes(router.flash.free - 1000))
    assert router.session().execute("archive tar /create flash:x.tar flash:big") == (
        "%Error opening flash:/x.tar (No space left on device)\n"
    )
    assert names(router) == ["big"]


@pytest.mark.parametrize("level", [1, 14])
def test_who_may_not(level: int) -> None:
    user = Router().session(privilege=level)
    assert "% Invalid input" in user.execute("archive tar /table flash:x.tar")
