"""A program that will be killed: it runs a day, captures cards and says which were saved.

    python -m tests.journeys.doomed LIBRARY SETTINGS CARDS HALF_TYPED

After so many cards it leaves HALF_TYPED in the capture box; with 0 it captures until the end.
"""

import sys
from itertools import count
from pathlib import Path

from PySide6.QtWidgets import QApplication
from tests.journeys.person import CTRL, FakeClock, Key, Person

from gweithdy.domain.session import Session
from gweithdy.language.words import Words
from gweithdy.ui.app import Program
from gweithdy.ui.language import ScreenLanguage
from gweithdy.ui.settings import Settings
from gweithdy.ui.theme import Theme

TYPED = "The half-typed words are kept."


def main(library: str, folder: str, cards: int, half_typed: str) -> None:
    """Live until killed."""
    app = QApplication([])
    settings, words = Settings(Path(folder)), Words("en")
    speech = ScreenLanguage(app, words)
    program = Program(Path(library), settings, Theme(settings), words, speech)
    program.desk.now = FakeClock()
    program.show()
    program.open()
    sessions = program.desk.catalogue.of(Session)
    program.window.open_session(max(sessions, key=lambda each: str(each.date)).id)
    person = Person(program)
    person.press(Key.Key_3, CTRL)
    person.press(Key.Key_Space)
    person.press(Key.Key_K, CTRL)
    for number in range(cards) if cards else count():
        capture(person, f"Cerdyn {number} o'r tŷ")
    settings.changed.connect(lambda key: key == "drafts" and print(TYPED, flush=True))
    person.write(half_typed)
    app.exec()


def capture(person: Person, words: str) -> None:
    """One card; it is said only once the window has said it."""
    person.enter(words)
    notice = person.window.notices.text()
    if notice.startswith("Saved at") and notice.endswith(words):
        print(words, flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4])
