"""XLIFF 1.2: what translators' tools open. Valid by the strict schema."""

from xml.etree import ElementTree as ET

from gweithdy import __version__
from gweithdy.domain.text import Translation
from gweithdy.domain.translating import Unit
from gweithdy.exchange.translations.outgoing import Outgoing, note
from gweithdy.language.memory import Match

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
ORIGINAL = "gweithdy/session/"
"""What stands before the id of the session in the name of the original file."""

STATES = {
    Translation.MISSING: "needs-translation",
    Translation.DRAFT: "needs-review-translation",
    Translation.MACHINE: "needs-review-translation",
    Translation.SENT: "needs-translation",
    Translation.STALE: "needs-translation",
    Translation.TRANSLATED: "translated",
    Translation.REVIEWED: "signed-off",
}
MACHINE = "mt-suggestion"


def write_xliff(out: Outgoing) -> bytes:
    """The bytes of the file."""
    root = ET.Element("xliff", {"version": "1.2", "xmlns": NAMESPACE})
    file = ET.SubElement(
        root,
        "file",
        {
            "original": ORIGINAL + out.session.id,
            "source-language": out.source.tag,
            "target-language": out.target.tag,
            "datatype": "plaintext",
            "tool-id": "gweithdy",
        },
    )
    header = ET.SubElement(file, "header")
    tool = {"tool-id": "gweithdy", "tool-name": "gweithdy", "tool-version": __version__}
    ET.SubElement(header, "tool", tool)
    body = ET.SubElement(file, "body")
    for unit in out.units:
        _unit(body, unit, out)
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _unit(body: ET.Element, unit: Unit, out: Outgoing) -> None:
    told = {"id": unit.id, "xml:space": "preserve", "extradata": unit.stamp}
    if unit.state is Translation.REVIEWED:
        told["approved"] = "yes"
    one = ET.SubElement(body, "trans-unit", told)
    ET.SubElement(one, "source", {"xml:lang": out.source.tag}).text = unit.original
    target = {"xml:lang": out.target.tag, "state": STATES[unit.state]}
    if unit.state is Translation.MACHINE:
        target["state-qualifier"] = MACHINE
    ET.SubElement(one, "target", target).text = unit.words
    ET.SubElement(one, "note", {"from": "gweithdy", "annotates": "source"}).text = note(unit)
    for match in out.near.get(unit.id, ()):
        _match(one, match, out)


def _match(one: ET.Element, match: Match, out: Outgoing) -> None:
    quality = f"{int(match.score * 100)}%"
    near = ET.SubElement(one, "alt-trans", {"match-quality": quality, "origin": "gweithdy"})
    ET.SubElement(near, "source", {"xml:lang": out.source.tag}).text = match.original
    ET.SubElement(near, "target", {"xml:lang": out.target.tag}).text = match.words
