"""What a well-formed request asks for, collected from the events of the parser: no tree is built."""

from __future__ import annotations

from functools import lru_cache

from iossim.xmlapi.iserror import Problem, not_xml, too_many, unknown_request
from iossim.xmlapi.method import Catalogue, Method, Request

_WRAPPERS = frozenset({"envelope", "body", "axl", "request"})
#: Declarations that the answer may have to repeat stand on the root, on its children or on theirs.
_TOP = 3
_DEEPEST = 256
#: Deeper than any element.
_OVER = _DEEPEST + 1
#: The most elements that a request may have. ISexecCLI runs its lines in one piece, and others wait meanwhile.
MOST_ELEMENTS = 20_000


class Refused(Exception):  # noqa: N818 (it ends a parse; it is no error of ours)
    """Ends the reading of a request that will not be served.

    Attributes:
        problem: what it is told.
    """

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class Collector:
    """Takes the parser's events.

    Args:
        catalogue: the methods there are.

    Attributes:
        default: the default namespace of the root; "" for none.
        envelope: what the prefix of an Envelope at the root is bound to; "" for nothing.
        axl: the default namespace in force on axl; "" for none.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self.default = self.envelope = self.axl = ""
        self._catalogue = catalogue
        self._depth = 0
        self._elements = 0
        self._wrappers = 0
        self._found_axl = False
        self._defaults: list[str] = [""]
        self._method: Method | None = None
        self._unknown = ""
        self._chosen_at = 0
        self._name: str | None = None
        self._text: list[str] = []
        self._parameters: list[tuple[str, str]] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        depth = self._depth
        self._depth = depth + 1
        self._elements += 1
        if self._elements > MOST_ELEMENTS or depth >= _DEEPEST:
            raise Refused(self._too_many() if depth < _DEEPEST else not_xml())
        if depth < _TOP:
            self._declarations(depth, tag, attributes)
        if self._chosen_at:
            if depth == self._chosen_at and self._method is not None:
                self._name = self._method.parameter(local_name(tag))
        elif depth == self._wrappers:
            self._descend(depth, local_name(tag))

    def end(self, tag: str) -> None:  # noqa: ARG002 (the parser sees to it that it is the right one)
        """An element ends."""
        self._depth -= 1
        if self._depth == self._chosen_at and self._name is not None:
            self._parameters.append((self._name, "".join(self._text).strip()))
            self._name = None
            self._text.clear()
        elif self._depth < (self._chosen_at or self._wrappers):
            # The method ends, or the innermost layer without one in it: what follows is not looked at.
            self._chosen_at = _OVER

    def data(self, text: str) -> None:
        """Text; that of a parameter counts, markup inside it does not."""
        if self._name is not None:
            self._text.append(text)

    def doctype(self, *_: object) -> None:
        """A document type: entities could be declared in it, and no client sends one."""
        raise Refused(not_xml())

    def request(self) -> Request | Problem:
        """What the request asks for, or why that is nothing."""
        if self._method is None:
            return unknown_request(self._unknown)
        return Request(self._method, tuple(self._parameters))

    def _too_many(self) -> Problem:
        return too_many(self._parameters[0][0] if self._parameters else "", MOST_ELEMENTS)

    def _descend(self, depth: int, name: str) -> None:
        lowered = name.lower()
        if lowered in _WRAPPERS:
            self._wrappers = depth + 1
        elif lowered != "header" or depth == 0:
            self._method = self._catalogue.method(name)
            self._unknown = name
            self._chosen_at = depth + 1

    def _declarations(self, depth: int, tag: str, attributes: dict[str, str]) -> None:
        default = attributes.get("xmlns", self._defaults[depth])
        self._defaults[depth + 1 :] = [default]
        if depth == 0:
            self.default = default
            prefix, colon, name = tag.partition(":")
            if colon and name.lower() == "envelope":
                self.envelope = attributes.get(f"xmlns:{prefix}", "")
        if not self._found_axl and local_name(tag).lower() == "axl":
            self._found_axl = True
            self.axl = default


@lru_cache(maxsize=1024)
def local_name(tag: str) -> str:
    """An element's name without its prefix, bound or not."""
    return tag.rpartition(":")[2]
