"""show voice translation-rule, show voice translation-profile, and test voice translation-rule."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Section
from iossim.exec.command import Line, exec_command
from iossim.exec.phones import sections_of, tag_of
from iossim.language import Command
from iossim.router.fields import field
from iossim.router.voice import between_slashes, translate

#: The numbers that a profile translates, and the commands for them.
_PARTIES = (
    ("Calling", "translate_calling"),
    ("Called", "translate_called"),
    ("Redirect", "translate_redirect_called"),
    ("Redirect target", "translate_redirect_target"),
    ("Callback", "translate_callback_number"),
)
_INDENT = " " * 8
#: The text for a number without digits.
_NOTHING = "<NULL>"


@exec_command
def show_voice_translation_rule(line: Line, rules: str = "", descending: bool = False) -> Iterator[str]:
    """A translation rule, or all of them."""
    sections = sections_of(line.router, "voice_translation_rule", rules)
    if rules and not sections:
        yield _unknown(rules)
    for section in reversed(sections) if descending else sections:
        yield f"Translation-rule tag: {tag_of(section)}"
        for command in section.all("rule"):
            yield from (f"{_INDENT}{text}" for text in _rule(command))


def _rule(command: Command) -> Iterator[str]:
    fields = command.fields
    match_type, new_type, match_plan, new_plan = (
        str(fields.get(name, "none")) for name in ("match_type", "new_type", "match_plan", "new_plan")
    )
    yield f"Rule {fields['precedence']}:"
    if "reject" in command.keywords:
        yield f"Reject pattern: {_pattern(fields['match'])}"
    else:
        yield f"Match pattern: {_pattern(fields['match'])}"
        yield f"Replace pattern: {_pattern(fields['replacement'])}"
    yield f"Match type: {match_type:<20}Replace type: {new_type}"
    yield f"Match plan: {match_plan:<20}Replace plan: {new_plan}"


def _pattern(text: object) -> str:
    """A pattern without its slashes."""
    return between_slashes(str(text))


@exec_command
def show_voice_translation_profile(line: Line, profile: str = "", descending: bool = False) -> Iterator[str]:
    """A translation profile, or all of them."""
    sections = sections_of(line.router, "voice_translation_profile", profile)
    if profile and not sections:
        yield f"Translation profile {profile} not found"
    for section in reversed(sections) if descending else sections:
        yield f"Translation Profile: {tag_of(section)}"
        yield from (f"{_INDENT}Rule for {title} number: {_rule_of(section, rule)}".rstrip() for title, rule in _PARTIES)


def _rule_of(section: Section, rule: str) -> str:
    return field(section, rule, "rule_tag")


@exec_command
def test_voice_translation_rule(
    line: Line,
    rules: str,
    dialed: str = "",  # noqa: PT028 (a command of the router, and no test)
    number_type: str = "none",  # noqa: PT028
    number_plan: str = "none",  # noqa: PT028
) -> Iterator[str]:
    """The result of a translation rule for a number, with its type and plan."""
    section = line.router.config.section("voice_translation_rule", rules)
    if section is None:
        yield _unknown(rules)
        return
    number = dialed.strip('"')
    result = translate(section, number, number_type, number_plan)
    if not result.rule:
        yield f"{number or _NOTHING} Didn't match with any of rules"
    elif result.rejected:
        yield f"Call blocked by rule {result.rule}"
    else:
        yield f"Matched with rule {result.rule}"
        yield f"Original number: {number or _NOTHING}\tTranslated number: {result.number or _NOTHING}"
        yield f"Original number type: {number_type}\tTranslated number type: {result.type}"
        yield f"Original number plan: {number_plan}\tTranslated number plan: {result.plan}"
        yield ""


def _unknown(rules: str) -> str:
    return f"Error: Ruleset {rules} not found"
