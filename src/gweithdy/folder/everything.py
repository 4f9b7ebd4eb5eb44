"""Everything of a session at a moment: the files of the folder, one after the other."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from gweithdy.domain.pack_kinds import PACK_KINDS
from gweithdy.domain.photos import Photo
from gweithdy.domain.problem import N_
from gweithdy.domain.session import Series
from gweithdy.domain.stop import Asked, Progress, stop_if
from gweithdy.domain.text import LANGUAGE_NAMES, Language
from gweithdy.domain.workshop import Workshop
from gweithdy.exchange.csv_list import csv_bytes
from gweithdy.exchange.file_names import name_in_both
from gweithdy.exchange.lists import Listing, listings
from gweithdy.exchange.photo_files import PHOTOS, name_of
from gweithdy.exchange.session_file import write_session
from gweithdy.exchange.workbook import xlsx_bytes
from gweithdy.folder.index import Filed, Group, Spoken, index_page
from gweithdy.folder.pictures import Picture, drawn
from gweithdy.language.local_time import in_wales
from gweithdy.pack.contents import PackOptions, Section, outcome
from gweithdy.pack.house import BytesOf, House
from gweithdy.pack.options import nothing_of
from gweithdy.pack.writing import WRITERS, written
from gweithdy.whole_folder import write_folder

OTHER_KIND = N_("The pack in another form")
PAGE_OF_PICTURE = N_("{title}: page {page} ({language})")
SESSION_FILE = N_("The session file: everything, to open in gweithdy again")
PHOTO = N_("Photo {number}")
SAID_PHOTO = N_("Photo {number}: {line}")
ALL_LISTS = N_("All lists in one Excel workbook")


@dataclass(frozen=True, slots=True)
class Moment:
    """A session as it stands `now` (UTC). Nothing of it changes while it is written.

    `house` gives out its pack, and `bytes_of` has the bytes of photos.
    """

    workshop: Workshop
    series: Series | None
    now: datetime
    house: House = field(default_factory=House)
    bytes_of: BytesOf = nothing_of

    @property
    def today(self) -> date:
        """The day in Wales."""
        return in_wales(self.now).date()


def export_everything(
    moment: Moment, path: Path, progress: Progress | None = None, cancelled: Asked | None = None
) -> Path:
    """Write the folder, whole or not at all; where it is, which has a number if `path` was taken.

    Raises Problem, or Stopped once `cancelled` says so: then nothing is left behind.
    """
    return write_folder(path, files(moment, progress, cancelled))


def files(
    moment: Moment, progress: Progress | None = None, cancelled: Asked | None = None
) -> Iterator[tuple[str, bytes]]:
    """The path of each file inside the folder and its bytes; last the page that lists them.

    Each is made when it is asked for. Raises Stopped once `cancelled` says so.
    """
    filed: list[Filed] = []
    parts = (
        _session(moment),
        _lists(moment),
        *(_pack(moment, ending, cancelled) for ending in WRITERS),
        _pictures(moment, cancelled),
        _photos(moment),
    )
    for step, part in enumerate(parts):
        if progress:
            progress(step, len(parts))
        for each, data in part:
            stop_if(cancelled)
            if each.message:
                filed.append(each)
            yield each.path, data
    stop_if(cancelled)
    yield "index.html", index_page(moment.workshop, filed, moment.now)
    if progress:
        progress(len(parts), len(parts))


Made = Iterator[tuple[Filed, bytes]]


def _session(moment: Moment) -> Made:
    path = f"{name_in_both(N_('Session'))}.yaml"
    made = write_session(moment.workshop, moment.series)
    yield Filed(path, Group.SESSION, SESSION_FILE), made


def _lists(moment: Moment) -> Made:
    lists = list(listings(moment.workshop, moment.series, moment.now))
    folder = name_in_both(N_("Lists"))
    book = xlsx_bytes(lists, moment.today)
    yield Filed(f"{folder}.xlsx", Group.LISTS, ALL_LISTS), book
    for each in lists:
        yield _of_list(folder, each), csv_bytes(each)


def _of_list(folder: str, listing: Listing) -> Filed:
    path = f"{folder}/{name_in_both(listing.title)}.csv"
    return Filed(path, Group.LISTS, "{list}", {"list": listing.title})


def _pack(moment: Moment, ending: str, cancelled: Asked | None) -> Made:
    # No version: nobody has decided yet that it goes out.
    options = PackOptions(draft=True, house=moment.house, bytes_of=moment.bytes_of)
    document = outcome(moment.workshop, options, moment.today).document
    path = f"{name_in_both(N_('Outcome pack'))}{ending}"
    made = written(document, ending, cancelled=cancelled)
    kind = PACK_KINDS.get(ending)
    yield Filed(path, Group.PACK, kind.about if kind else OTHER_KIND), made


def _pictures(moment: Moment, cancelled: Asked | None) -> Made:
    folder = name_in_both(N_("Pictures"))
    for picture in drawn(moment.workshop, moment.today, cancelled):
        yield _of_picture(folder, picture), picture.png


def _photos(moment: Moment) -> Made:
    """The pictures themselves, by names from which the session file beside them knows them."""
    folder = name_in_both(PHOTOS)
    for number, photo in enumerate(moment.workshop.of(Photo), 1):
        data = moment.bytes_of(photo.picture) if photo.picture else None
        if photo.picture and data:
            path = f"{folder}/{name_of(photo.picture)}"
            line = photo.line or photo.alt
            values: dict[str, object] = {"number": number}
            if line:
                said, language = line.best(Language.CY)
                values["line"] = Spoken(said, language)
            yield Filed(path, Group.PICTURES, SAID_PHOTO if line else PHOTO, values), data
        small = moment.bytes_of(photo.small) if photo.small else None
        if photo.small and small:
            # For the session file alone: nobody has to look at it.
            yield Filed(f"{folder}/{name_of(photo.small)}", Group.PICTURES, ""), small


def _of_picture(folder: str, picture: Picture) -> Filed:
    if picture.kind is Section.BOARDS:
        name = f"{name_in_both(N_('Board'))}-{picture.number}"
    else:
        name = name_in_both(N_("Stakeholder map"))
    values = {
        "title": Spoken(picture.title.text, picture.title.language),
        "page": picture.page,
        "language": Spoken(LANGUAGE_NAMES[picture.language], picture.language),
    }
    path = f"{folder}/{name}-{picture.language}-{picture.page}.png"
    return Filed(path, Group.PICTURES, PAGE_OF_PICTURE, values, picture.language)
