"""A line that is being typed, read by the grammar: the kind of every word, the words that may follow, hints for a refused line."""

from __future__ import annotations

from typing import NamedTuple

from iossim.config.constraints import live_bound
from iossim.files.masking import hidden
from iossim.files.modes import modes_with, title
from iossim.files.nearest import Keywords, nearest
from iossim.language import Ambiguous, Command, Incomplete, Invalid, Mode, fault_in, match, match_in
from iossim.language.bodies import Keyword
from iossim.language.help import HelpLine, choices
from iossim.language.trail import Trail, follow, positions
from iossim.session import Session

#: The kinds of words by the rank of their notation: numbers, addresses, times, words with parts, interfaces, other words.
_KINDS = ((11, "number"), (32, "address"), (35, "number"), (42, "number"), (44, "interface"))
#: Longer lines are shown without colours.
_LONGEST = 1000
#: Words that are named in a hint at most.
_FEW = 6
_DO = "do"


class Piece(NamedTuple):
    """A piece of a line.

    Attributes:
        kind: `keyword`, `number`, `address`, `interface`, `word`, `negation`, `comment`, `wrong`, or "" for blanks and words after a
            wrong one.
        text: its characters.
    """

    kind: str
    text: str


class LineReader:
    """Reads lines of a session that are being typed. It changes nothing.

    Args:
        session: the session.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    # -- for the editor ------------------------------------------------------------------------------------------------------------

    def pieces(self, text: str) -> list[Piece]:
        """A line in pieces; a word that cannot become right any more is `wrong`."""
        if len(text) > _LONGEST or not text.strip():
            return [Piece("", text)]
        if text.lstrip().startswith("!"):
            return [Piece("comment", text)]
        kinds: dict[int, str] = {}
        for start, mode, part in self._parts(text):
            kinds.update({start + at: kind for at, kind in _kinds(self._trail(mode, part)).items()})
        pieces, at = [], 0
        for start, end in positions(text):
            if start > at:
                pieces.append(Piece("", text[at:start]))
            pieces.append(Piece(kinds.get(start, "word" if start in kinds else ""), text[start:end]))
            at = end
        return [*pieces, Piece("", text[at:])] if at < len(text) else pieces

    def words(self, text: str) -> list[HelpLine]:
        """The words that may stand where the last word of a line stands, and begin like it, each with its help text.

        Args:
            text: the line up to the cursor.
        """
        start, mode, part = self._parts(text)[-1]
        del start
        begun = "" if not part or part[-1].isspace() else part.split()[-1]
        head = part[: len(part) - len(begun)]
        access = None if mode.name == "output_modifier" else self._session.limits()
        following = choices(mode, head, access, lambda name: live_bound(self._session.router.config, name))
        if not isinstance(following, tuple):
            return []
        return [line for line in following[0] if line[0].lower().startswith(begun.lower())]

    def complete(self, text: str) -> str:
        """The line after Tab."""
        return self._session.complete(text)

    def is_secret(self, text: str) -> bool:
        """True if a line has, or may have, a secret in it."""
        language = self._session.router.config.language
        return bool(hidden(self._chain(), text, language)) or bool(hidden((language.mode("exec"),), text))

    @property
    def status(self) -> tuple[str, ...]:
        """The mode, the privilege level, and whether changes are not saved, for the bottom line."""
        level = self._session.level
        saved = "unsaved changes" if self._session.router.modified else "saved"
        return self.mode, f"privilege {level}", saved

    @property
    def mode(self) -> str:
        """The name of the current mode."""
        section = self._session.section
        if section is None:
            return "privileged EXEC" if self._session.level > 1 else "user EXEC"
        language = self._session.router.config.language
        return "configuration" if section.parent is None else f"{title(language, section.mode)} configuration"

    @property
    def title(self) -> str:
        """The title of the window."""
        return f"{self._session.router.hostname}: {self.mode}"

    # -- hints ---------------------------------------------------------------------------------------------------------------------

    def hint(self, text: str) -> str:
        """A hint for a line that was refused; "" if there is none.

        It must be asked for before another line changes the mode.
        """
        if len(text) > _LONGEST or not text.strip():
            return ""
        start, mode, part = self._parts(text)[-1]
        del start
        trail = self._trail(mode, part)
        problem = trail.problem
        if isinstance(problem, Invalid):
            return self._other_mode(trail) or _similar(trail, problem)
        if isinstance(problem, Ambiguous):
            return f"may be: {', '.join(problem.candidates[:_FEW])}"
        if above := self._above_maximum(trail):
            return above
        following = trail.expected(trail.node)
        return f"may go on with: {', '.join(following[:_FEW])}" if following and trail.ending() is None else ""

    def _above_maximum(self, trail: Trail) -> str:
        """The maximum that a tag of the line exceeds."""
        config = self._session.router.config
        command = match(trail.mode, trail.text.strip())
        if not isinstance(command, Command):
            return ""
        for word in command.form.bounded:
            setter, bound = config.language.bound(word.name), live_bound(config, word.name)
            if setter is not None and (bound is None or int(command.words[word.at]) > bound * word.factor):
                where = title(config.language, config.language.mode(setter.mode))
                return f"`{setter.name.replace('_', '-')}` of {where} is {'not set' if bound is None else bound}"
        return ""

    def _other_mode(self, trail: Trail) -> str:
        """The mode in which the line, or at least its first word, would be known."""
        language, word, text = self._session.router.config.language, trail.words[0], trail.text.strip()
        if trail.mode.name == "output_modifier":
            return ""
        if trail.mode.name == "exec":
            if self._session.level <= 1 and isinstance(match(trail.mode, text), Command):
                return "type `enable` first"
            if isinstance(match(language.mode("global"), text), Command | Incomplete):
                first = "`configure terminal`" if self._session.level > 1 else "`enable` and `configure terminal`"
                return f"this is a configuration command: type {first} first"
            return ""
        if trail.steps or trail.first:
            return ""
        if word.lower() in language.mode("exec").root.keywords():
            return f"{word!r} is an EXEC command: type `do {text}`, or `end` first"
        others = modes_with(language, text)
        return f"{word!r} is a command of {title(language, others[0])}" if len(others) == 1 else ""

    # -- inside --------------------------------------------------------------------------------------------------------------------

    def _current(self) -> Mode:
        section = self._session.section
        return section.mode if section is not None else self._session.router.config.language.mode("exec")

    def _chain(self) -> tuple[Mode, ...]:
        return self._modes(self._current())

    def _modes(self, mode: Mode) -> tuple[Mode, ...]:
        """A mode and the modes around it."""
        if mode.name in ("exec", "output_modifier"):
            return (mode,)
        return self._session.router.config.language.chain(mode.name)

    def _parts(self, text: str) -> list[tuple[int, Mode, str]]:
        """The commands of a line: what stands after `do` and after `|` is read in another mode. Each with its column."""
        language, mode, start = self._session.router.config.language, self._current(), 0
        parts = []
        spots = positions(text)
        if mode.name != "exec" and len(text) > len(_DO) and spots and text[slice(*spots[0])].lower() == _DO and text[spots[0][1] :]:
            start = spots[0][1]
            parts.append((0, mode, text[:start]))
            mode = language.mode("exec")
        command, bar, modifier = text[start:].partition("|")
        if mode.name != "exec" or not bar:
            return [*parts, (start, mode, text[start:])]
        return [*parts, (start, mode, command), (start + len(command) + 1, language.mode("output_modifier"), modifier)]

    def _trail(self, mode: Mode, text: str) -> Trail:
        """The line, followed in the mode to which it belongs."""
        access = None if mode.name == "output_modifier" else self._session.limits()
        chain = self._modes(mode)
        if len(chain) > 1:
            command, fault = match_in(chain, text, access), fault_in(chain, text)
            name = command.mode if isinstance(command, Command) else fault.mode.name if fault is not None else mode.name
            mode = next(other for other in chain if other.name == name)
        return follow(mode, text, access)


def _kinds(trail: Trail) -> dict[int, str]:
    """The kinds of the words of a line by their columns."""
    kinds = {trail.spots[at][0]: "negation" for at in range(trail.first)}
    for step in trail.steps:
        kind = (
            "keyword" if isinstance(step.node.symbol, Keyword) else _kind(step.node.symbol.notation.rank if step.node.symbol else 0)
        )
        kinds.update({trail.spots[at][0]: kind for at in range(step.at, min(step.at + step.length, len(trail.spots)))})
    problem = trail.problem
    if isinstance(problem, Invalid) and problem.words < len(trail.spots) and not _may_become_right(trail, problem):
        kinds[trail.spots[problem.words][0]] = "wrong"
    elif isinstance(problem, Ambiguous) and problem.end < len(trail.text.rstrip()):
        kinds[problem.column] = "wrong"
    return kinds


def _kind(rank: int) -> str:
    return next((kind for highest, kind in _KINDS if rank <= highest), "word")


def _may_become_right(trail: Trail, problem: Invalid) -> bool:
    """True if the wrong word is still being typed, and an argument may stand there, or a keyword that begins so."""
    if problem.end < len(trail.text):
        return False
    word = trail.words[problem.words].lower()
    if trail.node.arguments:
        return True
    visible = trail.expected(trail.node)
    prefixes = ("no", "default") if not trail.steps and trail.mode.negates else ()
    return any(keyword.lower().startswith(word) for keyword in (*visible, *prefixes))


def _similar(trail: Trail, problem: Invalid) -> str:
    """The keyword most like a wrong word, or the values that are accepted in its place."""
    expected = trail.expected(trail.node)
    known = trail.node.children()
    keywords = [word for word in expected if word in known]
    word = trail.text[problem.column : problem.end]
    like = nearest(word, Keywords(keywords), most=1)
    if like:
        return f"did you mean {like[0]!r}?"
    return f"expected here: {', '.join(expected)}" if 0 < len(expected) <= _FEW else ""
