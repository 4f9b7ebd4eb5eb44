"""Everything that can be done by key or menu, in one table: words, keys, icon, and when.

Menus, tooltips, shortcuts and the key sheet on F1 follow from it. The part of `id` before the dot
is its group; groups of pages have the key of their page.
"""

from dataclasses import dataclass
from enum import StrEnum, auto
from types import MappingProxyType

from gweithdy.domain.board import CARD_KIND_LABELS, SOURCE_LABELS, CardKind
from gweithdy.domain.problem import N_


class When(StrEnum):
    """When something can be done; windows and pages know whether it is so now."""

    ALWAYS = auto()
    OPEN = auto()
    """A session is open."""
    UNDOABLE = auto()
    REDOABLE = auto()
    CHOSEN = auto()
    """Something is selected where the keys go."""
    SESSION_CHOSEN = auto()
    GOING = auto()
    """The day has been started and is not finished."""
    PASSED = auto()
    """There is a block to go back to."""


@dataclass(frozen=True, slots=True)
class Command:
    """`text` says what it does. `keys` in Qt's portable writing; any of them does it.

    `short`: one more key, without Ctrl or Alt, that people can turn off in Settings; what has the
    keyboard reads it. `typed`: so it is with the other keys, which a box can use otherwise.
    `welsh`: the keys with Welsh initials, which a Welsh screen names instead; all work always.
    `menu`: the button whose menu holds it, for what has no key. `once`: a key held down does not
    do it again.
    """

    id: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    when: When = When.ALWAYS
    typed: bool = False
    once: bool = False
    menu: str = ""
    short: str = ""
    welsh: tuple[str, ...] = ()

    @property
    def group(self) -> str:
        return self.id.partition(".")[0]


def _typed(id: str, text: str, *keys: str, short: str = "", when: When = When.ALWAYS) -> Command:
    return Command(id, text, keys, when=when, typed=True, short=short)


def _initial(id: str, text: str, key: str, welsh: str = "") -> Command:
    return Command(id, text, (key,), typed=True, welsh=(welsh,) if welsh else ())


def _in_menu(id: str, text: str, icon: str) -> Command:
    return Command(id, text, icon=icon, when=When.OPEN, menu=N_("More"))


_WINDOW = (
    Command("window.keys", N_("Keyboard shortcuts"), ("F1",), "info"),
    Command("window.capture", N_("Write what is said"), ("Ctrl+K",), "sticky-note", When.OPEN),
    Command("window.undo", N_("Undo"), ("Ctrl+Z",), "undo-2", When.UNDOABLE),
    Command("window.redo", N_("Redo"), ("Ctrl+Y", "Ctrl+Shift+Z"), "redo-2", When.REDOABLE),
    Command("window.find", N_("Find on this page, or in all sessions"), ("Ctrl+F",), "search"),
    Command("window.search", N_("Search all sessions"), ("Ctrl+Shift+F",), "search"),
    Command("window.return", N_("Back to where the search began"), ("Alt+Home",)),
    Command(
        "window.page", N_("The pages, from top to bottom"), tuple(f"Ctrl+{n}" for n in range(1, 10))
    ),
    Command("window.settings", N_("Settings"), ("Ctrl+,",)),
    Command("window.next", N_("Next page"), ("Ctrl+PgDown",)),
    Command("window.previous", N_("Previous page"), ("Ctrl+PgUp",)),
    Command("window.language", N_("Switch language"), ("Ctrl+L",), "languages"),
    Command("window.menu", N_("The menu of a box"), ("Shift+F10",)),
    Command("window.full_screen", N_("Full screen"), ("F11",), "monitor"),
    Command("window.room_next", N_("Next page on the screen for the room"), ("F8",)),
    Command("window.room_back", N_("Page before on the screen for the room"), ("F7",)),
    Command("window.room_black", N_("The screen for the room black, and back"), ("F9",)),
    _typed("window.calendar", N_("Open the calendar of a date"), "Alt+Down"),
    _typed("window.leave", N_("Back, or stop what is under way"), "Esc"),
)

_CAPTURE = (
    _typed("capture.keep", N_("Keep it; each pasted line becomes a card"), "Return"),
    _typed("capture.line", N_("A new line in the card"), "Shift+Return"),
    _typed("capture.whole", N_("Keep all lines as one card"), "Ctrl+Return"),
    _typed("capture.complete", N_("Complete the code that is being typed"), "Tab"),
    _typed(
        "capture.lane", N_("The questions, from left to right"), *(f"Alt+{n}" for n in range(1, 10))
    ),
    _typed("capture.quote", N_("Quote"), "Alt+Q"),
    _initial("capture.parked", N_("Parking lot"), "Alt+P", "Alt+I"),
    _initial("capture.cultural", CARD_KIND_LABELS[CardKind.CULTURAL], "Alt+C", "Alt+D"),
    _typed("capture.structural", CARD_KIND_LABELS[CardKind.STRUCTURAL], "Alt+S"),
    _initial("capture.behavioural", CARD_KIND_LABELS[CardKind.BEHAVIOURAL], "Alt+B", "Alt+Y"),
    _initial("capture.unsure", CARD_KIND_LABELS[CardKind.UNSURE], "Alt+U", "Alt+A"),
    _typed("capture.none", CARD_KIND_LABELS[CardKind.NONE], "Alt+0"),
    # From, ffynhonnell.
    _typed("capture.source", N_("Where it was said"), "Alt+F"),
    _initial("capture.online", SOURCE_LABELS["online"], "Alt+O", "Alt+L"),
    _typed("capture.room", SOURCE_LABELS["room"], "Alt+R"),
    _typed("capture.language", N_("Other language of these words"), "Ctrl+Shift+L"),
)

_LIST = (
    _typed("list.edit", N_("Change what is chosen"), "Return", "F2", when=When.CHOSEN),
    _typed("list.remove", N_("Remove"), "Del", when=When.CHOSEN),
    _typed("list.move", N_("Move up or down"), "Alt+Up", "Alt+Down", when=When.CHOSEN),
)

_VOTES = (
    _typed("votes.walk", N_("To the next cell"), "Left", "Right", "Up", "Down"),
    _typed("votes.down", N_("Keep the number, and down to the next"), "Return"),
    _typed("votes.change", N_("Change the number"), "F2"),
    _typed("votes.more", N_("One vote more"), "Ctrl+Shift+V", short="V"),
    _typed("votes.less", N_("One vote less"), "Backspace"),
    _typed("votes.empty", N_("Empty the cell"), "Del"),
    _typed("votes.paste", N_("Paste numbers from a spreadsheet"), "Ctrl+V", "Shift+Ins"),
)

_WAITING = (
    Command("waiting.accept", N_("Let through"), ("Ctrl+Shift+A",), when=When.CHOSEN),
    Command(
        "waiting.reword", N_("Let through in other words"), ("Ctrl+Shift+R",), when=When.CHOSEN
    ),
    Command("waiting.aside", N_("Set aside, with a reason"), ("Ctrl+Shift+D",), when=When.CHOSEN),
)

_PARTS = (
    _typed("rail.walk", N_("To the page above or below, without opening it"), "Up", "Down"),
    _typed("rail.ends", N_("To the first or the last page"), "Home", "End"),
    # All but the first are Qt's own.
    _typed("many.pick", N_("Select this row too, or no longer"), "Space"),
    _typed("many.stroll", N_("To the next row; what is selected stays so"), "Ctrl+Up", "Ctrl+Down"),
    _typed("many.extend", N_("Select the next row too"), "Shift+Up", "Shift+Down"),
    _typed("many.all", N_("Select all rows"), "Ctrl+A"),
    _typed("table.width", N_("The column narrower or wider"), "Alt+Left", "Alt+Right"),
    _typed(
        "pane.pull",
        N_("The part before the line smaller or larger"),
        "Left",
        "Right",
        "Up",
        "Down",
    ),
)

_PRESENT = (
    _typed("present.next", N_("Next page"), "PgDown", "Right", "Down", "Space", "Return"),
    _typed("present.previous", N_("Previous page"), "PgUp", "Left", "Up"),
    _typed("present.first", N_("First page"), "Home"),
    _typed("present.last", N_("Last page"), "End"),
    _typed("present.languages", N_("Both languages, Welsh, or English"), "Ctrl+L", short="L"),
    _typed("present.black", N_("Black, and back"), "Ctrl+B", short="B"),
    _typed("present.larger", N_("Larger"), "Ctrl++", "Ctrl+=", short="+"),
    _typed("present.smaller", N_("Smaller"), "Ctrl+-", short="-"),
)

_PAGES = (
    Command("agenda.add", N_("Add a block after the selected one"), ("Ctrl+N",), "plus"),
    Command("agenda.duplicate", N_("Duplicate"), ("Ctrl+D",), "copy", When.CHOSEN),
    Command("people.add", N_("Add a person"), ("Ctrl+N",), "plus"),
    _typed("people.paste", N_("Paste a list: a line for each person"), "Ctrl+V", "Shift+Ins"),
    # The letters fit both languages: pause and parhau, next and nesaf, back and blaenorol.
    Command("run.go", N_("Start, pause or continue"), ("Ctrl+Shift+P",), once=True, short="Space"),
    Command(
        "run.next",
        N_("Next block"),
        ("Ctrl+Shift+N",),
        "skip-forward",
        When.GOING,
        once=True,
        short="N",
    ),
    Command(
        "run.back",
        N_("Back, if the last step was a mistake"),
        ("Ctrl+Shift+B",),
        when=When.PASSED,
        once=True,
    ),
    Command(
        "run.longer",
        N_("One minute more for the present block"),
        ("Ctrl+Shift+Up",),
        when=When.GOING,
        short="+",
    ),
    Command(
        "run.longest",
        N_("Five minutes more for the present block"),
        ("Ctrl+Shift+PgUp",),
        when=When.GOING,
    ),
    Command(
        "run.shorter",
        N_("One minute less for the present block"),
        ("Ctrl+Shift+Down",),
        when=When.GOING,
        short="-",
    ),
    Command(
        "run.replan",
        N_("Re-plan the rest of the day"),
        ("Ctrl+Shift+R",),
        when=When.GOING,
        once=True,
        short="R",
    ),
    Command("run.present", N_("Show the day to the room"), ("F5",), "monitor", When.OPEN),
    _typed("day.jump", N_("Go to this block now"), "Return", when=When.GOING),
    _typed("day.leave_out", N_("Leave the block out, or take it in again"), "Del", when=When.GOING),
    Command("board.add", N_("Write a card"), ("Ctrl+N",), "plus"),
    _typed("board.find", N_("Find cards in both languages"), "Ctrl+F"),
    _typed("board.found", N_("From the search box to the cards"), "Down"),
    Command("board.clear", N_("Show all cards again"), ("Ctrl+R",), when=When.OPEN),
    Command("board.outline", N_("From the board to the outline, and back"), ("F6",)),
    Command("board.import", N_("Cards from a file"), ("Ctrl+O",), "download", When.OPEN),
    Command("board.park", N_("Park this card"), ("Ctrl+Shift+S",), "clock", When.OPEN),
    Command(
        "board.quote", N_("Quote this card"), ("Ctrl+Shift+Q",), "message-square-quote", When.OPEN
    ),
    Command("board.act", N_("Make an action of it"), ("Ctrl+Shift+X",), "list-checks", When.OPEN),
    Command(
        "board.carry",
        N_("Carry over to the next session"),
        ("Ctrl+Shift+Y",),
        "skip-forward",
        When.OPEN,
    ),
    Command("board.export", N_("Export the board"), ("Ctrl+Shift+E",), "upload", When.OPEN),
    Command("board.photo", N_("Add a photo"), ("Ctrl+Shift+I",), "image", When.OPEN),
    _typed("board.paste", N_("Paste a picture as a photo"), "Ctrl+V", "Shift+Ins"),
    Command("board.present", N_("Show the board to the room"), ("F5",), "monitor", When.OPEN),
    Command(
        "board.present_theme", N_("Show this theme to the room"), ("Shift+F5",), when=When.OPEN
    ),
    # Kept, waiting, heard.
    Command(
        "board.rules", N_("What is kept of who spoke, and which cards wait"), ("Ctrl+Shift+K",)
    ),
    Command("board.waiting", N_("The cards that wait"), ("Ctrl+Shift+W",)),
    Command("board.balance", N_("Who has been heard, to be read aloud"), ("Ctrl+Shift+B",)),
    _in_menu("board.add_lane", N_("Add a lane"), "columns-3"),
    _in_menu("board.add_board", N_("Add a board"), "plus"),
    _in_menu("board.rename", N_("Rename the board"), ""),
    _in_menu("board.remove", N_("Remove the board"), "trash-2"),
    _typed("cards.details", N_("Details of the card"), "Return", "F2", when=When.CHOSEN),
    _typed("cards.vote", N_("One vote more"), "Ctrl+Shift+V", short="V", when=When.CHOSEN),
    _typed("cards.group", N_("Into a new theme"), "Ctrl+G", short="G"),
    _typed(
        "cards.ungroup",
        N_("Undo the theme or the merged card; its cards stay"),
        "Ctrl+Shift+G",
        short="U",
        when=When.CHOSEN,
    ),
    # The first letters fit both languages: close and cau, also and arall, join, history and hanes.
    _typed(
        "cards.fold", N_("Close or open the theme"), "Ctrl+Shift+C", short="C", when=When.CHOSEN
    ),
    _typed("cards.also", N_("Into one more theme"), "Ctrl+Shift+A", short="A", when=When.CHOSEN),
    _typed(
        "cards.merge",
        N_("Merge the selected cards or themes"),
        "Ctrl+Shift+J",
        short="J",
        when=When.CHOSEN,
    ),
    _typed(
        "cards.history",
        N_("What this card was before"),
        "Ctrl+Shift+H",
        short="H",
        when=When.CHOSEN,
    ),
    _typed(
        "cards.move",
        N_("To another lane or theme"),
        "Ctrl+Shift+M",
        short="M",
        when=When.CHOSEN,
    ),
    _typed("cards.aside", N_("Set aside, with a reason"), "Ctrl+Shift+D", when=When.CHOSEN),
    _typed("cards.across", N_("To the lane beside"), "Alt+Left", "Alt+Right", when=When.CHOSEN),
    _typed("cards.walk", N_("To the next card"), "Left", "Right", "Up", "Down"),
    _typed(
        "cards.stroll",
        N_("To the next card; what is selected stays so"),
        "Ctrl+Left",
        "Ctrl+Right",
        "Ctrl+Up",
        "Ctrl+Down",
    ),
    _typed("cards.pick", N_("Select this card too, or no longer"), "Space"),
    _typed("cards.page", N_("A screen up or down"), "PgUp", "PgDown"),
    _typed("cards.ends", N_("To the first or last card of the lane"), "Home", "End"),
    _typed(
        "cards.extend",
        N_("Select the next card too"),
        "Shift+Left",
        "Shift+Right",
        "Shift+Up",
        "Shift+Down",
    ),
    _typed("cards.all", N_("Select all cards"), "Ctrl+A"),
    _typed("cards.larger", N_("Larger"), "Ctrl++", "Ctrl+="),
    _typed("cards.smaller", N_("Smaller"), "Ctrl+-"),
    _typed("cards.life_size", N_("Usual size"), "Ctrl+0"),
    _typed("cards.whole", N_("All of the board, and back"), "Ctrl+E"),
    _typed("cards.map", N_("Map of the board"), "Ctrl+M"),
    _typed("cards.density", N_("How close cards lie"), "Ctrl+D"),
    Command("stakeholders.add", N_("Add a stakeholder"), ("Ctrl+N",), "plus"),
    Command(
        "stakeholders.tie",
        N_("Tie the selected stakeholder to another"),
        ("Ctrl+T",),
        when=When.CHOSEN,
    ),
    _typed("stakeholders.untie", N_("Remove the tie"), "Del", when=When.CHOSEN),
    _typed("grid.place", N_("Move the point"), "Left", "Right", "Up", "Down", when=When.CHOSEN),
    _typed(
        "grid.fine",
        N_("Move the point a little"),
        "Shift+Left",
        "Shift+Right",
        "Shift+Up",
        "Shift+Down",
        when=When.CHOSEN,
    ),
    _typed("grid.step", N_("To another point"), "PgUp", "PgDown"),
    Command("actions.add", N_("Add an action, a decision or a reflection"), ("Ctrl+N",), "plus"),
    Command("translation.open", N_("Open where it stands"), ("Ctrl+Shift+O",), when=When.CHOSEN),
    Command(
        "translation.translated", N_("Mark as translated"), ("Ctrl+Shift+T",), when=When.CHOSEN
    ),
    Command("translation.reviewed", N_("Mark as approved"), ("Ctrl+Shift+A",), when=When.CHOSEN),
    Command(
        "translation.whole",
        N_("From the list to the whole text, and back"),
        ("F6",),
        when=When.CHOSEN,
    ),
    Command(
        "translation.take", N_("Take the first suggestion"), ("Ctrl+Shift+D",), when=When.CHOSEN
    ),
    _typed("translation.next", N_("Keep it, and on to the next text"), "Return", "Ctrl+Return"),
    _typed("translation.find", N_("Find texts in both languages"), "Ctrl+F"),
    _typed("translation.found", N_("From the search box to the texts"), "Down"),
    _typed("pack.next", N_("Next page of the pack"), "PgDown", "Right"),
    _typed("pack.previous", N_("Page of the pack before"), "PgUp", "Left"),
    _typed("pack.first", N_("First page of the pack"), "Home"),
    _typed("pack.last", N_("Last page of the pack"), "End"),
    _typed("pack.source", N_("From the text of the pages to where it comes from"), "Return"),
    Command("pack.larger", N_("Larger"), ("Ctrl++", "Ctrl+=")),
    Command("pack.smaller", N_("Smaller"), ("Ctrl+-",)),
    Command("pack.fit", N_("Fit the whole page"), ("Ctrl+0",)),
    Command("library.new", N_("New session"), ("Ctrl+N",), "plus"),
    _typed("library.open", N_("Open"), "Return", when=When.SESSION_CHOSEN),
    Command("library.duplicate", N_("Duplicate"), ("Ctrl+D",), "copy", When.SESSION_CHOSEN),
    _typed("library.find", N_("Search all sessions"), "Ctrl+F"),
)

_ALL = (*_WINDOW, *_CAPTURE, *_LIST, *_VOTES, *_WAITING, *_PARTS, *_PRESENT, *_PAGES)

COMMANDS = MappingProxyType({each.id: each for each in _ALL})

GENERAL = MappingProxyType(
    {
        "window": N_("Everywhere"),
        "capture": N_("In the capture box"),
        "list": N_("In every list"),
        "votes": N_("Where votes are counted"),
        "waiting": N_("Cards that wait"),
        "many": N_("In lists where several can be selected"),
        "table": N_("In every table"),
        "rail": N_("In the list of pages"),
        "present": N_("On the screen for the room"),
        "pane": N_("On the line between two parts of a page"),
    }
)
"""The groups that belong to no page."""

PARTS = MappingProxyType(
    {
        "run": ("day", N_("The whole day")),
        "board": ("cards", N_("On the board")),
        "stakeholders": ("grid", N_("On the grid")),
    }
)
"""Of a page: the part of it with keys of its own."""


def groups_of(page: str) -> tuple[str, ...]:
    """The groups of keys that belong to a page alone."""
    return (page, PARTS[page][0]) if page in PARTS else (page,)


def of_group(group: str) -> list[Command]:
    """The commands of a group in the order of the table."""
    return [each for each in COMMANDS.values() if each.group == group]
