"""Somebody who hears the program and never sees it: follows a script, and notes what is heard."""

import re
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAccessible, QKeySequence
from pytestqt.qtbot import QtBot
from tests.access.tree import elements, name_of
from tests.journeys.person import MANY_TABS, FakeClock, Person
from tests.ui.heard import Event, Heard, Recorder

from gweithdy.ui.ticker import Ticker

Role = QAccessible.Role

ROLES = {
    Role.Button: ("button", "botwm"),
    Role.ButtonMenu: ("button with a menu", "botwm â dewislen"),
    Role.Cell: ("cell", "cell"),
    Role.CheckBox: ("tick box", "blwch ticio"),
    Role.Client: ("part", "rhan"),
    Role.ComboBox: ("choice", "dewis"),
    Role.EditableText: ("text", "testun"),
    Role.List: ("list", "rhestr"),
    Role.ListItem: ("item", "eitem"),
    Role.RadioButton: ("one of several", "un o sawl un"),
    Role.Separator: ("line", "llinell"),
    Role.Slider: ("slider", "llithrydd"),
    Role.SpinBox: ("number", "rhif"),
    Role.Table: ("table", "tabl"),
    Role.Tree: ("tree", "coeden"),
    Role.TreeItem: ("item", "eitem"),
}
"""What readers call them, in English and in Welsh: their own words, not the program's."""

TOLD = (Event.NameChanged, Event.ValueChanged, Event.StateChanged, Event.DescriptionChanged)
"""What a reader tells of the thing that has the focus."""

KEYS = re.compile(r"(?P<keys>\S+)(?: ×(?P<times>\d+))?(?: → (?P<name>.+))?")


class Listener:
    """Does each line of a script that begins with ">", and writes down what is then heard.

        > "words"             types them
        > Ctrl+K              presses keys
        > Down ×3             presses a key so many times
        > Tab → Title         presses a key until something so called is heard
        > Title: Remove       does what a reader offers for the thing of that name
        > 12 min              time passes
        > … Saved             waits until that is said
        > Space … Saved       presses a key and waits, whether it is said at once or later

    What is announced stands in “ ”, with "!" if it may not wait. What gets the focus stands as
    name · role · value · state · description; after "=" if it only changed.
    """

    def __init__(self, person: Person, reader: Recorder, clock: FakeClock, qtbot: QtBot) -> None:
        self._person = person
        self._reader = reader
        self._clock = clock
        self._qtbot = qtbot
        self._language = 0
        self._at = Heard(Event.Focus)
        self._told_inside = 0
        self._noted = 0
        self.script: list[str] = []

    def follow(self, script: Path) -> None:
        """Do all that a script says, in the language that stands in its name."""
        self._language = ["en", "cy"].index(script.suffixes[0][1:])
        self._reader.events.clear()
        for line in script.read_text(encoding="utf-8").splitlines():
            if line.startswith(">"):
                self.script.append(line)
                self._do(line[1:].strip())

    def _do(self, act: str) -> None:
        if act.startswith('"'):
            self._person.write(act.strip('"'))
        elif "… " in act:
            keys, _, words = act.partition("… ")
            if keys:
                chord = QKeySequence(keys.strip())[0]
                self._person.press(chord.key(), chord.keyboardModifiers())
            self._wait_for(words)
        elif act.endswith(" min"):
            self._clock.later(float(act[:-4]))
            Ticker.of(self._person.desk).ticked.emit()
        elif ": " in act and " → " not in act:
            self._act(*act.rsplit(": ", 1))
        else:
            self._press(act)
        self._note()

    def _press(self, act: str) -> None:
        found = KEYS.fullmatch(act)
        assert found, act
        chord = QKeySequence(found["keys"])[0]
        wanted, begun = found["name"], len(self.script)
        for _ in range(MANY_TABS if wanted else int(found["times"] or 1)):
            self._person.press(chord.key(), chord.keyboardModifiers())
            self._note()
            if wanted and any(line.startswith(wanted) for line in self.script[begun:]):
                return
        assert not wanted, "\n".join([*self.script, f"{act}: nothing is called that"])

    def _wait_for(self, words: str) -> None:
        def is_said() -> bool:
            since = self._reader.events[self._noted :]
            return any(words in each.words or words in each.about for each in since)

        self._qtbot.waitUntil(is_said, timeout=30_000)

    def _act(self, name: str, action: str) -> None:
        [thing] = [each for each in elements(self._person.window) if name_of(each) == name]
        deeds = thing.actionInterface()
        [deed] = [each for each in deeds.actionNames() if deeds.localizedActionName(each) == action]
        deeds.doAction(deed)

    def _note(self) -> None:
        # What is told a turn of the loop later is told on its own.
        for _ in range(3):
            QCoreApplication.processEvents()
        for event in self._reader.events[self._noted :]:
            self.script += self._said(event)
        self._noted = len(self._reader.events)

    def _said(self, event: Heard) -> Iterator[str]:
        if event.kind is Event.Announcement:
            yield f"{'!' if event.assertive else ''}“{event.words}”"
        elif event.kind is Event.Focus:
            yield from self._came(event)
        elif event.kind in TOLD and event.thing == self._at.thing:
            was, self._at = self._at, event
            if self._described(was) != self._described(event):
                yield f"= {self._described(event)}"

    def _came(self, event: Heard) -> Iterator[str]:
        """Of a list and the place in it some systems tell by two events, others by one."""
        before = self._at.thing
        if event.thing != self._told_inside:
            yield self._described(event)
        self._at = event.inside or event
        self._told_inside = event.inside.thing if event.inside else 0
        if event.inside and event.inside.thing != before:
            yield self._described(event.inside)

    def _described(self, event: Heard) -> str:
        role = ROLES[event.role][self._language] if event.role in ROLES else event.role.name
        value = "" if event.value == event.name else event.value
        parts = (event.name, role, value, _states(event.state), event.about)
        return " · ".join(part.replace("\n", " / ") for part in parts if part)


def _states(state: QAccessible.State) -> str:
    signs = (
        ("☑" if state.checked else "☐") if state.checkable else "",
        "∅" if state.disabled else "",
        "◌" if state.selectable and not state.selected else "",
    )
    return " ".join(sign for sign in signs if sign)
