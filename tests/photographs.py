"""Small pictures and sessions with photos, for tests of every room."""

from datetime import UTC, datetime
from io import BytesIO

from PIL import Image, ImageDraw

from gweithdy.domain.change import Edit
from gweithdy.domain.photos import Pictured
from gweithdy.exchange.photo import photo

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def picture(words: str = "Flipchart", size: tuple[int, int] = (640, 480)) -> bytes:
    """A JPEG as a camera makes it, with words on it, and where it was taken."""
    image = Image.new("RGB", size, "#F4F1E8")
    ImageDraw.Draw(image).text((40, 40), words, fill="#222222", font_size=60)
    exif = Image.Exif()
    exif[0x010F] = "Camera of Mair"
    paper = BytesIO()
    image.save(paper, "JPEG", exif=exif)
    return paper.getvalue()


def pictured(words: str = "Flipchart") -> Pictured:
    """The same as it is kept."""
    return photo(picture(words), f"{words}.jpg")


def made(edit: Edit, noun: str = "photo") -> list[str]:
    """The ids of what an edit makes or changes, of one noun."""
    return list(dict.fromkeys(c.id for c in edit.changes if c.entity == noun))
