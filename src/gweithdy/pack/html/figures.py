"""Figures: drawings whose words can be read in place of them."""

from xml.etree.ElementTree import Element

from gweithdy.pack.colours import colours
from gweithdy.pack.figures import Figure
from gweithdy.pack.html.elements import element, said
from gweithdy.pack.html.style import ROLES
from gweithdy.pack.shapes import Disc, Draw, Drawing, Label, Line, Panel, Shape


def figure(block: Figure, language: str, name: str, draw: Draw) -> Element:
    """A drawing with its caption; `name` begins the ids of its parts."""
    alt = element("p", *said(block.alt, block.language), id=name, hidden="hidden")
    caption = element("figcaption", *said(block.caption, block.language), id=f"{name}-caption")
    # Wider than a telephone: it can be moved, also with the keyboard.
    drawn = element(
        "div",
        _svg(draw(block), name),
        class_="across",
        tabindex="0",
        role="group",
        aria_labelledby=f"{name}-caption",
    )
    return element("figure", drawn, alt, caption, lang=language)


def _svg(drawing: Drawing, name: str) -> Element:
    shapes = (_shape(shape, drawing.height) for shape in drawing.shapes)
    size = f"0 0 {drawing.width:.6g} {drawing.height:.6g}"
    return element("svg", *shapes, **{"viewBox": size, "role": "img", "aria-labelledby": name})


def _shape(shape: Shape, top: float) -> Element:
    """A shape on a sheet that is measured from its upper left corner."""
    match shape:
        case Line(start=start, end=end):
            ends = {"x1": start[0], "y1": top - start[1], "x2": end[0], "y2": top - end[1]}
            dashes = {"stroke-dasharray": "2 3"} if shape.dashed else {}
            return element(
                "line", **_sizes(ends), **_colour("stroke", shape.colour),
                stroke_width=f"{shape.width:.6g}", **dashes,
            )  # fmt: skip
        case Panel(box=box):
            corner = {"x": box.x, "y": top - box.y - box.height, "rx": shape.radius}
            sizes = _sizes({**corner, "width": box.width, "height": box.height})
            colours = {**_colour("fill", shape.fill), **_colour("stroke", shape.line)}
            return element("rect", **sizes, **colours)
        case Disc(middle=(x, y)):
            sizes = _sizes({"cx": x, "cy": top - y, "r": shape.radius})
            return element("circle", **sizes, **_colour("fill", shape.fill))
        case Label():
            return _label(shape, top)


def _label(label: Label, top: float) -> Element:
    x, y = label.start[0], top - label.start[1]
    # Whatever font there is, the words take the room that was found for them.
    sizes = _sizes({"x": x, "y": y, "font-size": label.size, "textLength": label.width})
    turned = {"transform": f"rotate(-90 {x:.6g} {y:.6g})"} if label.turned else {}
    strong = {"font-weight": "600"} if label.strong else {}
    squeezed = {"lengthAdjust": "spacingAndGlyphs"} if label.text else {}
    colour = _colour("fill", label.colour)
    return element("text", label.text, **sizes, **squeezed, **strong, **colour, **turned)


def _sizes(sizes: dict[str, float]) -> dict[str, str]:
    return {name: f"{size:.6g}" for name, size in sizes.items()}


def _colour(name: str, colour: str) -> dict[str, str]:
    """A colour as the role that has it on light paper, so that dark paper has its own."""
    if not colour:
        return {name: "none"}
    roles = {colours()[role]: role for role in ROLES}
    return {name: f"var(--{roles.get(colour, 'border')})"}
