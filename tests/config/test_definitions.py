"""Things that several commands and sections define, refer to and bound; and negative forms that are stored, which do none of it."""

from __future__ import annotations

import pytest

from iossim.config import Configuration
from iossim.config.constraints import live_bound
from iossim.config.references import defined, definition, names, references
from iossim.language import Language
from tests.config.support import Typist
from tests.small_language import global_language

THINGS = """
//@ prompt (config)#
mode_global: _every_mode | service | server | area | thing | part | both | link | weak | serial | count | pair | keys | sized

//@ enters service
//? service  Service
service: "service"
//@ enters service
//? server  Another command for the same mode
server: "server"
//@ key NAME; enters area
//? area  Area
//? NAME  Its name
area: "area" NAME
NAME: "WORD"
//@ key TAG; stored; defines thing TAG
//? thing  A thing
//? TAG    Tag
thing: "thing" TAG
TAG: "<1-99>"
//@ stored; defines thing TAG
//? part  A part, which is a thing as well
//? TAG   Tag
part: "part" TAG
//@ key TAG; defines box TAG; defines lid TAG
//? both  A box and its lid
//? TAG   Tag
both: "both" TAG
//@ key LIMITED; refers lid LID; demands thing LIMITED "no thing {LIMITED}"
//? link     Link to a thing
//? LIMITED  Its tag
//? LID      Its lid
link: "link" LIMITED [LID]
LIMITED: "<1-max-things>"
LID: "<1-9>"
//@ stored; refers box BOX; demands lid LID "no lid {LID}"
//? weak  Link to a box and a lid
//? BOX   The box
//? LID   The lid
weak: "weak" BOX LID
BOX: "<1-9>"
//@ key POSITION; stored; unique serial VALUE
//? serial    Number of a part
//? POSITION  Position
//? VALUE     The number
serial: "serial" POSITION VALUE
POSITION: "<1-9>"
VALUE: "WORD"
//@ stored
//? count    Count
//? LIMITED  How many
count: "count" LIMITED
//@ each-once colour
//? pair    Colours of a pair
//? colour  Name of a colour
//? NAME    Name of the pair
pair: "pair" NAME colour+
//? red   Red
//? blue  Blue
colour: "red" | "blue"
//@ key TAG
//? keys     Keys of a thing
//? TAG      Tag
//? TRIPLED  Up to three for a thing
keys: "keys" TAG TRIPLED
TRIPLED: "<1-3x-max-things>"
//@ key SIZED; demands thing SIZED "no thing of size {SIZED}"
//? sized  Sizes of things
//? SIZED  The sizes
sized: "sized" SIZED
SIZED: "TAGS(1-9)"

//@ prompt (config-service)#
mode_service: _every_mode | max_things | slot
//@ stored; bounds max-things MOST
//? max-things  How many things there may be
//? MOST        Number
max_things: "max-things" MOST
MOST: "<1-99>"
//@ key NUMBER; defines slot NUMBER
//? slot    Slot of the service
//? NUMBER  Its number
slot: "slot" NUMBER
NUMBER: "<1-9>"

//@ prompt (config-area)#
mode_area: _every_mode | house
//@ key NUMBER; defines house NUMBER
//? house   House
//? NUMBER  Its number
house: "house" NUMBER
"""


@pytest.fixture(scope="module")
def things(tmp_path_factory: pytest.TempPathFactory) -> Language:
    return global_language(tmp_path_factory.mktemp("grammars"), THINGS)


@pytest.fixture
def typist(things: Language) -> Typist:
    return Typist(things)


def test_a_thing_may_be_defined_by_several_commands(typist: Typist) -> None:
    configuration = typist.types("thing 1\npart 2").configuration
    assert list(names(configuration, "thing")) == ["1", "2"]
    assert definition(configuration, "thing", "2") == (configuration.root, ("part",))
    assert definition(configuration, "thing", "1") == (configuration.root, ("thing", "1"))
    assert not defined(configuration, "thing", "3")


def test_a_stored_negative_form_defines_nothing(typist: Typist) -> None:
    configuration = typist.types("no thing 1\nno part 2").configuration
    assert typist.lines() == ["no thing 1", "no part", "end"]
    assert list(names(configuration, "thing")) == []
    assert not defined(configuration, "thing", "1")
    assert not defined(configuration, "thing", "")


def test_a_thing_may_be_defined_in_any_section_of_its_mode(typist: Typist) -> None:
    configuration = typist.types("area a\nhouse 1\narea b\nhouse 2\narea c\nhouse 1").configuration
    assert list(names(configuration, "house")) == ["1", "2", "1"]
    assert definition(configuration, "house", "1") == (configuration.section("area", "a"), ("house", "1"))
    assert definition(configuration, "house", "2") == (configuration.section("area", "b"), ("house", "2"))


def test_a_thing_may_be_defined_in_the_section_of_any_command_that_enters_the_mode(typist: Typist) -> None:
    configuration = typist.types("service\nslot 1\nserver\nslot 2").configuration
    assert list(names(configuration, "slot")) == ["1", "2"]
    assert defined(configuration, "slot", "2")


def test_a_command_may_define_several_things(typist: Typist) -> None:
    typist.types("both 3\nboth 4\nthing 1\nlink 1 3\nweak 9 4")
    assert typist.types("no both 3").lines() == ["thing 1", "both 4", "link 1 3", "weak 9 4", "end"]
    assert typist.types("no both 4").lines() == ["thing 1", "link 1 3", "end"]


def test_a_stored_negative_form_refers_to_nothing(typist: Typist) -> None:
    configuration = typist.types("both 4\nweak 9 4\nthing 1\nlink 1").configuration
    root = configuration.root
    assert {(kind, tag) for _, _, kind, _, tag in references(root)} == {("box", "9"), ("lid", "4"), ("thing", "1")}
    assert list(references(root, set())) == []
    assert [tag for *_, tag in references(root, {"lid"})] == ["4"]
    typist.types("no weak 9 4")
    assert "no weak" in typist.lines()
    assert [tag for *_, tag in references(root)] == ["1"]


#: What was typed before, a line that is refused, the message ("": the caret), the word under the caret.
REFUSED = [
    ("both 4", "weak 9 5", "no lid 5", 2),
    ("thing 5", "link 6", "no thing 6", 1),
    ("service\nmax-things 5\nexit", "link 6", "", 1),
    ("server\nmax-things 5\nexit", "link 6", "", 1),
    ("service\nmax-things 5\nexit", "link 5", "no thing 5", 1),
    ("service\nmax-things 2\nexit", "keys 1 7", "", 2),
    ("thing 1", "sized 1,2", "no thing of size 1,2", 1),
    ("", "pair red red red", "", 3),
    ("thing 9\nlink 9", "service\nmax-things 8", "", 1),
    ("count 9", "service\nmax-things 8", "", 1),
    ("keys 1 90", "service\nmax-things 29", "", 1),
    ("keys 1 88", "service\nmax-things 29", "", 1),
]

ACCEPTED = [
    ("both 4", "weak 9 4"),
    ("thing 6", "link 6 9"),
    ("service\nmax-things 2\nexit", "keys 1 6"),
    ("service\nno max-things 2\nexit", "keys 1 99"),
    ("thing 1\nthing 2", "sized 2,1"),
    ("", "pair red red blue"),
    ("thing 9\nlink 9", "service\nmax-things 9"),
    ("count 9\nno count 9", "service\nmax-things 8"),
    ("keys 1 90", "service\nmax-things 30"),
]


def _apply(typist: Typist, before: str, line: str) -> tuple[bool, str, int]:
    *headers, last = line.split("\n")
    applied = typist.types(before).types("\n".join(headers)).type(last)
    return applied.accepted, applied.refused, applied.word


@pytest.mark.parametrize(("before", "line", "message", "word"), REFUSED)
def test_a_line_that_is_refused(typist: Typist, before: str, line: str, message: str, word: int) -> None:
    assert _apply(typist, before, line) == (False, message, word)


@pytest.mark.parametrize(("before", "line"), ACCEPTED)
def test_a_line_that_is_accepted(typist: Typist, before: str, line: str) -> None:
    assert _apply(typist, before, line) == (True, "", -1)


@pytest.mark.parametrize("opener", ["service", "server"])
def test_a_bound_may_be_set_in_any_section_of_its_mode(typist: Typist, opener: str) -> None:
    configuration = typist.types(f"{opener}\nmax-things 5").configuration
    assert live_bound(configuration, "max-things") == 5
    assert typist.types("no max-things 5").lines() == [opener, " no max-things", "end"]
    assert live_bound(configuration, "max-things") is None


def test_no_numbers_need_no_maximum(things: Language) -> None:
    values = Configuration(things).values
    assert values.least_maximum("max-things") == values.least_maximum("nonesuch") == 0


def test_a_stored_negative_form_has_no_values(typist: Typist) -> None:
    configuration = typist.types("serial 1 a\nno serial 1 a\ncount 9\nno count 9").configuration
    assert typist.lines() == ["no serial 1", "no count", "end"]
    assert configuration.owners("serial", "a") == []
    assert configuration.values.least_maximum("max-things") == 0
    assert configuration.values.unique == {}


def test_a_section_with_a_value_twice_is_one_owner_and_quotation_marks_are_not_counted(typist: Typist) -> None:
    configuration = typist.types('serial 1 "a b"\nserial 2 "a b"\nserial 3 a').configuration
    assert configuration.owners("serial", "a b") == [configuration.root]
    assert configuration.owners("serial", '"a b"') == []
