"""What can be done with a whole board: exported, shown to the room, named, another lane …"""

from functools import partial
from typing import TYPE_CHECKING

from gweithdy.domain.arrange import home_of
from gweithdy.domain.presented import theme_at

if TYPE_CHECKING:
    from gweithdy.ui.board.page import BoardPage

MENU = (
    *("board.export", "board.import", "board.photo", "board.present", "board.present_theme"),
    *("board.add_lane", "board.add_board", "board.rename", "board.remove"),
)


class BoardDeeds:
    """The commands of `page` that are about its whole board, and its menu."""

    def __init__(self, page: "BoardPage") -> None:
        self._page = page

    def connect(self) -> None:
        """Bind the commands and fill the menu, once the page has its views."""
        page = self._page
        page.bound.bind(
            {
                "board.export": lambda: page.written.export(
                    page.more.board, held=page.view() == "waiting"
                ),
                "board.import": lambda: page.arrival_asked.emit(None),
                "board.photo": page.pictures.ask,
                "board.present": self._present,
                "board.present_theme": partial(self._present, theme=True),
                "board.add_lane": page.more.ask_lane,
                "board.add_board": page.more.ask_board,
                "board.rename": page.more.ask_name,
                "board.remove": page.more.remove,
            }
        )
        page.keeping.waiting.export_asked.connect(lambda: page.bound.run("board.export"))
        choices = page.more.choices
        # One of the cards' own, where everybody looks first; with more, large text has two columns.
        page.pane.bound.fill(choices, "cards.group")
        page.bound.fill(choices, *page.making.MENU)
        choices.addSeparator()
        page.bound.fill(choices, *MENU)

    def _present(self, *, theme: bool = False) -> None:
        page, current = self._page, self._page.pane.view.current
        alone = theme_at(page.workshop, current) if theme and page.workshop else ""
        page.present_asked.emit(page.more.board, alone, home_of(current))
