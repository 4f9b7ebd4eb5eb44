"""Advice: what the line under the box says just now."""

from collections.abc import Sequence

from gweithdy.domain.problem import N_
from gweithdy.domain.restraint import NAMING_TOLD, Naming
from gweithdy.ui.announce import AtRest, announce
from gweithdy.ui.capture.codes import Coded
from gweithdy.ui.capture.form import CaptureForm
from gweithdy.ui.capture.places import Shelf
from gweithdy.ui.capture.said import Line
from gweithdy.ui.capture.wording import (
    doubts,
    from_now_on,
    keys_said,
    offered,
    unknown,
    way_in,
)
from gweithdy.ui.context import Context

LOW = 450
"""Pixels of a window at 100 % below which the page needs the line of the keys."""


class Advice:
    """The keys, or what is more needed: codes that can follow, what they mean, doubts."""

    def __init__(self, form: CaptureForm, context: Context) -> None:
        self._form, self._box, self._under = form, form.box, form.under
        self._context = context
        self._words = context.words
        self._meaning: list[str] = []
        self._doubts: list[str] = []
        self._at_rest = AtRest(form)

    def show(self) -> None:
        """Show it."""
        words, has_keyboard = self._words, self._box.hasFocus()
        coded = self._form.coded()
        offers = self._form.offers() if has_keyboard else []
        self._box.completes = bool(offers)
        said = self._form.meaning(coded)
        if said and not offers and said != self._meaning:
            announce(self._form, ", ".join(said))
        self._meaning = said
        if offers:
            self._under.say(offered(offers, words), offered(offers, words, tersely=True))
        else:
            self._under.say(self._pieces(coded, said))
        self._fit(is_needed=bool(offers or said or self._doubts))

    def complete(self) -> None:
        """Write the first of the codes that can follow."""
        offers, before = self._form.offers(), self._box.before_caret()
        if offers:
            sign = max(before.rfind("/"), before.rfind("@"))
            self._box.put_before_caret(before[:sign] + offers[0].code + " ")

    def doubt(self, line: Line) -> None:
        """Doubt that a card means anything to who was not there; never one of pasted lines."""
        workshop = self._context.desk.workshop
        if workshop and line.said.place.shelf is Shelf.CARD and not self._is_pasted():
            self._doubts = doubts(line.words, line.language, workshop, self._words)

    def doubt_last(self, line: Line, strays: Sequence[str]) -> None:
        """The same of the card that was just kept, and of what was no code: who types fast is past.

        `strays` are of all cards that were kept at once.
        """
        self.doubt(line)
        if self._doubts:
            self._doubts[0] = self._words.tr(N_("The last card: will this make sense tomorrow?"))
        if strays:
            none = N_("The last card: {code} is no code, it stayed with the words")
            self._doubts.insert(0, self._words.tr(none, code=", ".join(strays)))
            announce(self._form, self._doubts[0])

    def rest(self, line: Line) -> None:
        """Typing rests: say what could be better."""
        self._box.spelling.look_again()
        self.doubt(line)
        if not self._is_pasted():
            self._doubts += unknown(self._box.spelling.wrong(), self._words)
        self._at_rest.say(" ".join(self._doubts))

    def begin(self) -> None:
        """Other words: nothing is in doubt."""
        self._doubts = []

    def hush(self) -> None:
        """Nothing is said of words that are a card now."""
        self._at_rest.stop()

    def _is_pasted(self) -> bool:
        """Whether it is several lines: nobody sits down to mend what others wrote."""
        return "\n" in self._box.text()

    def _pieces(self, coded: Coded, said: list[str]) -> list[str]:
        words = self._words
        if said:
            return [*said, *(self._doubts if coded.words.strip() else [from_now_on(words)])]
        if self._doubts:
            return self._doubts
        naming = self._form.naming()
        # A board on which names are kept says so by what stands beside the box.
        kept = [] if naming is Naming.NAMED else [words.tr(NAMING_TOLD[naming])]
        if not self._box.hasFocus():
            return [*way_in(words), *kept]
        lanes = [each for each in self._form.where.places() if each.shelf is Shelf.CARD]
        keys = keys_said(
            words,
            len(lanes),
            kinds=any(each.has_kinds for each in lanes),
            places=self._form.keeps_places(),
        )
        # The notice above says what the first of them does then.
        return [*kept, *(keys[1:] if self._form.pasted.asks_first else keys)]

    def _fit(self, *, is_needed: bool) -> None:
        """In a low window keys are said by the tooltip of the box alone."""
        is_low = self._form.window().height() < self._context.theme.px(LOW)
        self._under.setVisible(is_needed or not is_low)
        if is_low:
            self._box.setToolTip(self._under.accessibleName())
