"""Photos at the end of a pack, each with the line that was typed about it."""

from collections.abc import Iterator

from gweithdy.domain.photos import Photo
from gweithdy.domain.problem import N_
from gweithdy.domain.text import Text
from gweithdy.pack.document import Block, SectionBlock
from gweithdy.pack.figures import Photograph
from gweithdy.pack.runs import Runs, Tone
from gweithdy.pack.writer import PartWriter, thing


def photos(p: PartWriter) -> Iterator[SectionBlock]:
    """Every photo in its order; of one whose bytes are lost, its words."""
    blocks = [_photo(p, each, number) for number, each in enumerate(p.workshop.of(Photo), 1)]
    yield from p.section(p.tr("Photos"), "photos", blocks)


def _photo(p: PartWriter, photo: Photo, number: int) -> Block:
    name = p.tr(N_("Photo {number}"), number=number)
    line = _on_one_line(photo.line)
    caption = (*name, *p.plain(": "), *p.text(line)) if line else name
    jpeg = p.options.bytes_of(photo.picture) if photo.picture else None
    if jpeg is None or not (photo.wide and photo.high):
        return p.paragraph(caption, Tone.QUIET, photo)
    return Photograph(
        language=p.language,
        jpeg=jpeg,
        wide=photo.wide,
        high=photo.high,
        alt=_alt(p, photo) or p.tr(N_("Photo {number}, not described yet"), number=number),
        caption=caption,
        thing=thing(photo),
    )


def _alt(p: PartWriter, photo: Photo) -> Runs:
    return p.name(_on_one_line(photo.alt)) or p.name(_on_one_line(photo.line))


def _on_one_line(text: Text) -> Text:
    """The lines of a flipchart one after another."""
    said = text
    for language in ("cy", "en"):
        lines = [line.strip() for line in text.get(language).splitlines() if line.strip()]
        said = said.having(language, " / ".join(lines)) if len(lines) > 1 else said
    return said
