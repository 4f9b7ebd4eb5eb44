"""The pages of the window in the order of the day: name, words, icon and where the code is."""

from dataclasses import dataclass
from importlib import import_module

from gweithdy.domain.problem import N_
from gweithdy.ui.context import Context
from gweithdy.ui.page import Page


@dataclass(frozen=True, slots=True)
class PageSpec:
    """`module` and `name` say where the Page class is; it is imported when first shown."""

    key: str
    title: str
    icon: str
    module: str
    name: str
    needs_session: bool = True

    def make(self, context: Context) -> Page:
        """The page itself."""
        page: Page = getattr(import_module(self.module), self.name)(context)
        return page


DAY = (
    PageSpec("agenda", N_("Plan"), "calendar-days", "gweithdy.ui.agenda.page", "AgendaPage"),
    PageSpec("people", N_("People"), "users", "gweithdy.ui.people.page", "PeoplePage"),
    PageSpec("run", N_("Run"), "play", "gweithdy.ui.run.page", "RunPage"),
    PageSpec("board", N_("Capture"), "columns-3", "gweithdy.ui.board.page", "BoardPage"),
    PageSpec(
        "stakeholders",
        N_("Stakeholders"),
        "network",
        "gweithdy.ui.stakeholders.page",
        "StakeholdersPage",
    ),
    PageSpec("actions", N_("Actions"), "list-checks", "gweithdy.ui.actions.page", "ActionsPage"),
    PageSpec(
        "translation",
        N_("Translation"),
        "languages",
        "gweithdy.ui.translation.page",
        "TranslationPage",
    ),
    PageSpec("pack", N_("Pack"), "file-text", "gweithdy.ui.pack.page", "PackPage"),
)

HOUSE = (
    PageSpec("library", N_("Library"), "library", "gweithdy.ui.library.page", "LibraryPage", False),
    PageSpec(
        "settings",
        N_("Settings"),
        "settings",
        "gweithdy.ui.preferences.page",
        "PreferencesPage",
        False,
    ),
)

PAGES = {spec.key: spec for spec in (*DAY, *HOUSE)}
