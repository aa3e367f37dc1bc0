"""The formats `junit` and `checkstyle`: XML documents that servers of continuous integration read."""

from __future__ import annotations

import re
from typing import ClassVar
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from iossim.escape import escaped
from iossim.validate.checking import CheckedFile
from iossim.validate.counts import Counts
from iossim.validate.output.writer import Writer

#: Characters that XML does not have, beside control characters.
_NO_XML = re.compile("[\ufffe\uffff]")


def _text(text: str) -> str:
    """A text for an XML document."""
    return _NO_XML.sub("\ufffd", escaped(text))


class XmlDocument(Writer):
    """Writes one XML document. Control characters, which XML does not have, are escaped."""

    root_name: ClassVar[str]

    def begin(self) -> None:
        """Prepares the document."""
        self.root = Element(self.root_name)

    def end(self, counts: Counts) -> None:  # noqa: ARG002 (the documents have numbers of their own)
        """Writes the document."""
        ElementTree.indent(self.root)
        self.out.write('<?xml version="1.0" encoding="utf-8"?>\n')
        self.out.write(f"{ElementTree.tostring(self.root, encoding='unicode')}\n")


class JUnit(XmlDocument):
    """Writes a test suite for each file, and in it a failed test for each diagnostic."""

    root_name = "testsuites"

    def begin(self) -> None:
        """Prepares the document."""
        super().begin()
        self.root.set("name", "iossim")
        self._tests = self._failures = 0

    def file(self, file: CheckedFile) -> None:
        """Adds the diagnostics of a file; a file without any is a test that has passed."""
        shown, name = self.shown(file), _text(file.path)
        suite = SubElement(self.root, "testsuite", name=name, package="iossim")
        for diagnostic in shown:
            place = f"{diagnostic.line}:{diagnostic.column}"
            values = {"name": f"iossim.{diagnostic.code} {place}", "classname": name}
            case = SubElement(suite, "testcase", values, file=name, line=str(diagnostic.line))
            failure = SubElement(case, "failure", message=_text(diagnostic.message), type=diagnostic.severity)
            failure.text = _text(str(diagnostic))
        if not shown:
            SubElement(suite, "testcase", name="iossim", classname=name)
        self._tests += max(len(shown), 1)
        self._failures += len(shown)
        for key, number in (("tests", max(len(shown), 1)), ("failures", len(shown)), ("errors", 0), ("skipped", 0)):
            suite.set(key, str(number))

    def end(self, counts: Counts) -> None:
        """Writes the document."""
        for key, number in (("tests", self._tests), ("failures", self._failures), ("errors", 0)):
            self.root.set(key, str(number))
        super().end(counts)


class Checkstyle(XmlDocument):
    """Writes an element for each file with diagnostics, as Checkstyle does."""

    root_name = "checkstyle"

    def begin(self) -> None:
        """Prepares the document."""
        super().begin()
        self.root.set("version", "4.3")

    def file(self, file: CheckedFile) -> None:
        """Adds the diagnostics of a file."""
        shown = self.shown(file)
        element = SubElement(self.root, "file", name=_text(file.path)) if shown else None
        for diagnostic in shown:
            values = {
                "line": str(diagnostic.line),
                "column": str(diagnostic.column),
                "severity": diagnostic.severity,
                "message": _text(diagnostic.message),
                "source": f"iossim.{diagnostic.code}",
            }
            assert element is not None
            SubElement(element, "error", values)
