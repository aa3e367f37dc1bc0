"""Renaming over standard input and output: a tag with all its references, and the same number in no other place."""

from __future__ import annotations

import sys

import pytest
import pytest_lsp
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pytest_lsp import ClientServerConfig, LanguageClient

from tests.lsp.support import Editor

#: The names are fields; `{{` is none. Every name is the same number, and other numbers are that number, too.
TEXT = """\
version 15.7
hostname Office7
!
voice class codec {codec}
 codec preference 7 g711ulaw
!
voice class dpg {group}
 dial-peer {peer} preference 7
!
voice translation-rule {rule}
 rule 7 /7/ /7/
!
voice translation-profile {profile}
 translate called {rule}
 translate calling {rule}
!
voice register template  {sip_template}
!
voice register dn  {sip_dn}
 number 7
!
voice register pool  {pool}
 number 7 dn {sip_dn}
 template {sip_template}
 voice-class codec {codec}
!
dial-peer voice {peer} voip
 destination-pattern 7
 voice-class codec {codec}
 translation-profile outgoing {profile}
!
telephony-service
 max-ephones 77
 max-dn 177
!
ephone-dn-template  {dn_template}
!
ephone-template  {template}
!
ephone-dn  {dn}
 number 7
 ephone-dn-template {dn_template}
 huntstop channel 7
!
ephone  {ephone}
 ephone-template {template}
 button  7:{dn} 8o{dn},11
!
ephone-hunt {hunt} sequential
 list 7, 77
!
end
"""
NAMES = ("codec", "group", "peer", "rule", "profile", "sip_template", "sip_dn", "pool", "dn_template", "template", "dn", "ephone")
WITHOUT_REFERENCE = {"group", "pool", "ephone"}


@pytest_lsp.fixture(config=ClientServerConfig(server_command=[sys.executable, "-m", "iossim", "lsp"]), scope="module")
async def client(lsp_client: LanguageClient):  # type: ignore[no-untyped-def]
    await lsp_client.initialize_session(types.InitializeParams(capabilities=types.ClientCapabilities()))
    yield
    await lsp_client.shutdown_session()


pytestmark = pytest.mark.asyncio(loop_scope="module")


def filled(**other: str) -> str:
    """The text with the number 7 for every name, but for some."""
    return TEXT.format(**{"hunt": "7", **dict.fromkeys(NAMES, "7"), **other})


def places(name: str) -> list[types.Position]:
    """The places of a name in the text."""
    text = TEXT.format(**{"hunt": "7", **dict.fromkeys(NAMES, "7"), name: "\0"})
    before = [text[:at].replace("\0", "7") for at, character in enumerate(text) if character == "\0"]
    return [types.Position(part.count("\n"), len(part) - part.rfind("\n") - 1) for part in before]


async def renamed(editor: Editor, place: types.Position, new: str) -> str:
    """The text after a renaming."""
    answer = await editor.client.text_document_rename_async(types.RenameParams(editor.document, place, new))
    assert answer is not None
    assert answer.changes is not None
    return editor.applied(answer.changes[editor.uri])


@pytest.mark.parametrize("name", sorted({*NAMES} - {"group"}))
async def test_a_tag_and_all_its_references_and_no_neighbour(client: LanguageClient, name: str) -> None:
    editor = Editor(client, filled())
    found = places(name)
    assert len(found) > 1 or name in WITHOUT_REFERENCE
    for place in found:
        assert await renamed(editor, place, "9") == filled(**{name: "9"})
    params = types.ReferenceParams(types.ReferenceContext(include_declaration=True), editor.document, found[-1])
    references = await client.text_document_references_async(params)
    assert [each.range.start for each in references or ()] == found


@pytest.mark.parametrize(
    ("mark", "offset"),
    [
        ("hostname Office7", 15),
        ("codec preference 7", 17),
        ("rule 7 /7/", 5),
        ("destination-pattern 7", 20),
        ("max-ephones 77", 12),
        (" number 7\n", 8),
        ("button  7:", 8),
        ("list 7, 77", 5),
        ("version 15.7", 1),
        ("!\nvoice class dpg", 0),
    ],
)
async def test_what_is_no_name_is_not_renamed(client: LanguageClient, mark: str, offset: int) -> None:
    editor = Editor(client, filled())
    place = editor.place(mark, offset)
    assert await client.text_document_prepare_rename_async(types.PrepareRenameParams(editor.document, place)) is None
    with pytest.raises(JsonRpcException, match="no name or tag"):
        await client.text_document_rename_async(types.RenameParams(editor.document, place, "9"))


async def test_a_word_name_keeps_its_longer_neighbours(client: LanguageClient) -> None:
    text = (
        "voice translation-profile IN\n!\nvoice translation-profile IN-2\n!\ndial-peer voice 1 voip\n"
        " translation-profile incoming IN\n translation-profile outgoing IN-2\n description IN\n!\nend\n"
    )
    editor = Editor(client, text)
    expected = text.replace("profile IN\n", "profile OUT\n").replace("incoming IN\n", "incoming OUT\n")
    assert await renamed(editor, editor.place("IN\n"), "OUT") == expected
    assert await renamed(editor, editor.place("incoming IN", 9), " OUT ") == expected
    for wrong in ("IN-2", "two words"):
        with pytest.raises(JsonRpcException, match=r"in use already|does not accept"):
            await renamed(editor, editor.place("IN\n"), wrong)


async def test_a_name_that_is_a_keyword_elsewhere(client: LanguageClient) -> None:
    text = "dial-peer cor list inside\n!\ndial-peer voice 1 pots\n corlist incoming inside\n!\nend\n"
    editor = Editor(client, text)
    assert await renamed(editor, editor.place("inside"), "custom") == text.replace("inside", "custom")


async def test_a_reference_without_a_definition_and_a_negative_line(client: LanguageClient) -> None:
    text = "ephone  1\n button  1:5\n!\nno ephone-dn  5\nephone-dn  6\n!\nend\n"
    editor = Editor(client, text)
    assert await renamed(editor, editor.place("1:5", 2), "7") == text.replace("1:5", "1:7")
    with pytest.raises(JsonRpcException, match="ephone-dn 6 is in use already"):
        await renamed(editor, editor.place("1:5", 2), "6")


async def test_the_bound_of_a_reference_counts_too(client: LanguageClient) -> None:
    """The pool takes a smaller range than the number of a dn has."""
    editor = Editor(client, filled())
    with pytest.raises(JsonRpcException, match=r"does not accept `9999999999`"):
        await renamed(editor, places("peer")[0], "9999999999")


async def test_the_same_name_again_changes_nothing(client: LanguageClient) -> None:
    editor = Editor(client, filled())
    answer = await client.text_document_rename_async(types.RenameParams(editor.document, places("dn")[0], "7"))
    assert answer is not None
    assert answer.changes == {}
