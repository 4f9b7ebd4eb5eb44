"""The details of a theme at the side: its name, colour, place and votes, and what is in it."""

from PySide6.QtWidgets import QWidget

from gweithdy.domain.arrange import cards_in
from gweithdy.domain.board import THEME_ROLE_LABELS, Theme, ThemeRole
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.text import Text
from gweithdy.domain.workshop import Workshop
from gweithdy.edits import board
from gweithdy.ui.access.choices import speak_choices
from gweithdy.ui.attempt import alter
from gweithdy.ui.board.heading_details import stack
from gweithdy.ui.board.votes_box import VotesBox
from gweithdy.ui.commands import COMMANDS
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.bilingual import BilingualField
from gweithdy.ui.widgets.choice import ChoiceBox
from gweithdy.ui.widgets.labels import button, label
from gweithdy.ui.widgets.source_box import QuietBox
from gweithdy.ui.widgets.theme_roles import role_icon
from gweithdy.ui.widgets.tips import tip_with_keys

SHOWN = 20
"""Cards of a theme that are told at its side; the others can be seen on the board."""


class ThemeDetails(QWidget):
    """A theme's name in both languages, its colour, the theme around it, its votes and cards."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._id: Id = ""
        self._around: list[Id] = []
        self.title = BilingualField(context, "title", beside=False)
        self.title.set_label(N_("Name of the theme"), seen=False)
        self._colour = label("field")
        self.role = ChoiceBox(context.words, THEME_ROLE_LABELS)
        self._colour.setBuddy(self.role)
        self._inside = label("field")
        self.around = QuietBox(12)
        self._inside.setBuddy(self.around)
        self.votes = VotesBox(context)
        self.cards = label("quiet", wrap=True)
        self.ungroup = button("plain")
        self.title.committed.connect(self._on_title)
        self.role.chosen.connect(self._on_role)
        self.around.activated.connect(self._on_around)
        self.ungroup.clicked.connect(self._on_ungroup)
        boxes = (self._colour, self.role, self._inside, self.around)
        stack(self, self.title, *boxes, self.votes, self.cards, self.ungroup)
        context.theme.changed.connect(self._show_icons)
        self._show_icons()
        self.retranslate()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        words = self._context.words
        self.ungroup.setText(words.tr("Ungroup"))
        tip_with_keys(
            self.ungroup, words, words.tr(COMMANDS["cards.ungroup"].text), "cards.ungroup"
        )
        for caption, box, name in (
            (self._colour, self.role, words.tr(N_("Colour"))),
            (self._inside, self.around, words.tr(N_("Inside the theme"))),
        ):
            caption.setText(name)
            box.setAccessibleName(name)
        self.role.retranslate()
        self.title.retranslate()
        self.votes.retranslate()

    def show_theme(self, workshop: Workshop, theme: Theme) -> None:
        """Show `theme`; words that are being typed stay."""
        if theme.id != self._id:
            self.title.commit()
            self._id = theme.id
        self.title.show_text(theme.title, theme.id)
        self.role.show_value(theme.role)
        self._show_around(workshop, theme)
        self._show_cards(workshop, theme)
        self.votes.show_votes(workshop, theme.id)

    def _show_around(self, workshop: Workshop, theme: Theme) -> None:
        """The themes inside which it can stand: none has one around it, nor has it one inside."""
        words, themes = self._context.words, workshop.inside(Theme, theme.lane)
        has_inside = any(each.parent == theme.id for each in themes)
        others = [t for t in themes if t.id != theme.id and not t.parent and not has_inside]
        self._around = ["", *(each.id for each in others)]
        names = [t.title.best(words.language)[0] or words.tr("Untitled") for t in others]
        self.around.clear()
        self.around.addItems([words.tr(N_("No theme around it")), *names])
        if theme.parent in self._around:
            self.around.setCurrentIndex(self._around.index(theme.parent))
        speak_choices(self.around, [None, *(t.title.spoken(words.language) for t in others)])
        for part in (self._inside, self.around):
            part.setVisible(bool(others))

    def _show_cards(self, workshop: Workshop, theme: Theme) -> None:
        language = self._context.words.language
        cards = cards_in(workshop, theme.lane, theme.id)
        said = [f"• {' '.join(card.text.best(language)[0].split())}" for card in cards[:SHOWN]]
        more = [self._context.words.ntr("{n} more", "{n} more", len(cards) - SHOWN)]
        self.cards.setText("\n".join([*said, *(more if len(cards) > SHOWN else [])]))
        self.cards.setVisible(bool(cards))

    def _show_icons(self) -> None:
        for row, role in enumerate(THEME_ROLE_LABELS):
            self.role.setItemIcon(row, role_icon(self._context.theme, role))

    def _on_title(self, title: Text) -> None:
        id, visit = self._id, self.title.visit
        alter(
            self._context.desk,
            lambda workshop: board.rename_theme(workshop, id, title),
            visit,
        )

    def _on_role(self, role: ThemeRole) -> None:
        alter(self._context.desk, lambda workshop: board.colour_theme(workshop, self._id, role))

    def _on_around(self, row: int) -> None:
        under = self._around[row]
        alter(self._context.desk, lambda workshop: board.nest_theme(workshop, self._id, under))

    def _on_ungroup(self) -> None:
        alter(self._context.desk, lambda workshop: board.ungroup(workshop, self._id))
