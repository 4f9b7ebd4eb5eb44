"""The series that a session is to belong to: none, unless somebody chooses one."""

from gweithdy.domain.ids import Id
from gweithdy.domain.session import Series
from gweithdy.domain.workshop import Catalogue
from gweithdy.language.sorting import sort_key
from gweithdy.language.words import Words
from gweithdy.ui.access.choices import speak_choices
from gweithdy.ui.widgets.still import StillComboBox


class SeriesBox(StillComboBox):
    """A drop-down list of all series, "without a series" first."""

    def show_series(self, catalogue: Catalogue, words: Words) -> None:
        """Offer the series of `catalogue`; none is chosen."""
        self.clear()
        for id, title in choices(catalogue, words):
            self.addItem(title, id)
        series = [catalogue.find(Series, self.itemData(row)) for row in range(self.count())]
        speak_choices(self, [one.title.spoken(words.language) if one else None for one in series])
        self.call(words.tr("Series"))
        self.setVisible(self.count() > 1)

    def series(self) -> Id:
        """The series that was chosen, "" for none."""
        return str(self.currentData() or "")


def choices(catalogue: Catalogue, words: Words) -> list[tuple[Id, str]]:
    """The series by title, after the choice of none."""
    titled = [
        (one.id, one.title.best(words.language)[0] or words.tr("Untitled"))
        for one in catalogue.of(Series)
    ]
    titled.sort(key=lambda each: sort_key(each[1], words.language))
    return [("", words.tr("Without a series")), *titled]
