"""The methods of the API by name: case does not matter, and the misspellings of the documents are names too."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from iossim.xmlapi.iserror import Problem
from iossim.xmlapi.users import User

if TYPE_CHECKING:
    from iossim.router import RouterCore


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a method.

    Attributes:
        name: its name.
        aliases: other spellings of it in the documents.
    """

    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Namespaces:
    """The namespaces of a request; "" where it declares none.

    Attributes:
        default: the default namespace of its root.
        envelope: the namespace that the prefix of its Envelope is bound to.
        axl: the default namespace declared on its axl.
    """

    default: str = ""
    envelope: str = ""
    axl: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer of a method.

    Attributes:
        payload: the lines below `<response>`, ending in a newline; an empty text is a pause.
        kind: the `xsi:type` of `<response>`; "" for none.
    """

    payload: Iterable[str]
    kind: str = ""


@dataclass(frozen=True, slots=True)
class MethodCall:
    """One request on its way to its method.

    Attributes:
        router: the router that is asked.
        user: who asks.
        client: the address that the request comes from.
        parameters: name and text of each parameter, in the request's order.
        namespaces: what the request says about namespaces.
    """

    router: RouterCore
    user: User
    client: str
    parameters: tuple[tuple[str, str], ...]
    namespaces: Namespaces


@dataclass(frozen=True)
class Method:
    """One method of the API.

    Attributes:
        name: its name.
        answer: the function that answers.
        parameters: its parameters.
        aliases: other spellings of its name in the documents.
        in_turn: one request of this method at a time; the others wait until it is answered.
        names: its parameters by all their names, in small letters.
    """

    name: str
    answer: Callable[[MethodCall], Reply | Problem]
    parameters: tuple[Parameter, ...] = ()
    aliases: tuple[str, ...] = ()
    in_turn: bool = False
    names: dict[str, str] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        for parameter in self.parameters:
            for name in (parameter.name, *parameter.aliases):
                self.names[name.lower()] = parameter.name


@dataclass(frozen=True, slots=True)
class Request:
    """A request that was understood.

    Attributes:
        method: what is asked for.
        parameters: name and text of each parameter, in order.
    """

    method: Method
    parameters: tuple[tuple[str, str], ...]


class Catalogue:
    """All methods of a router.

    Args:
        methods: the methods; no two may have a name in common.

    Attributes:
        methods: the methods.
        names: the methods by all their names, in small letters.
    """

    def __init__(self, methods: Iterable[Method]) -> None:
        self.methods = tuple(methods)
        self.names: dict[str, Method] = {}
        for method in self.methods:
            for name in (method.name, *method.aliases):
                if self.names.setdefault(name.lower(), method) is not method:
                    raise ValueError(f"two methods are called {name}")
