"""Names of classes in a policy map: only the word `class-default` in full is the default class."""

from __future__ import annotations

import pytest

from iossim import Router


@pytest.mark.parametrize("name", ["c", "CL", "class", "class-d", "class-default1"])
def test_a_beginning_of_class_default_is_a_name(name: str) -> None:
    router = Router.from_text(
        f"class-map {name}\npolicy-map P\n class {name}\n  bandwidth 100\n class class-default\n  fair-queue\n"
    )
    assert f"policy-map P\n class {name}\n  bandwidth 100\n class class-default\n  fair-queue\n" in router.running_config
    assert router.findings == []


def test_the_default_class_is_written_in_small_letters() -> None:
    assert " class class-default\n" in Router.from_text("policy-map P\n class Class-Default\n  fair-queue\n").running_config


def test_no_removes_the_class_that_is_named() -> None:
    text = Router.from_text("class-map c\npolicy-map P\n class c\n class class-default\n no class c\n").running_config
    assert " class class-default\n" in text
    assert " class c\n" not in text
