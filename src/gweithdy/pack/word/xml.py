"""Elements of a Word file."""

from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def w(name: str, /, *inside: BaseOxmlElement, **values: object) -> BaseOxmlElement:
    """The element `w:name` with its attributes and what is inside it, in their order."""
    made: BaseOxmlElement = OxmlElement(f"w:{name}")
    for key, value in values.items():
        made.set(WORD + key, str(value))
    made.extend(inside)
    return made


def paragraph(style: str, *inside: BaseOxmlElement) -> BaseOxmlElement:
    """A paragraph in the style with this id."""
    return w("p", w("pPr", w("pStyle", val=style)), *inside)
