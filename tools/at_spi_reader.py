"""A very small screen reader: prints what the accessibility bus tells, and presses buttons.

For tools/at_spi.py, in Debian's own Python, which has Atspi. Each event is a line of JSON. A line
"press NAME" on its standard input presses the button of that name.
"""

import json
import sys
from collections.abc import Iterator

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 - the version comes first

EVENTS = (
    "object:announcement",
    "object:state-changed:focused",
    "object:property-change:accessible-name",
    "object:property-change:accessible-value",
    "object:text-changed",
)
ASSERTIVE = 2
"""What the bus calls Atspi.Live.ASSERTIVE."""


def tell(**values: object) -> None:
    print(json.dumps(values), flush=True)


def on_event(event: Atspi.Event) -> None:
    try:
        role, name = event.source.get_role_name(), event.source.get_name()
        language = event.source.get_object_locale()
    except GLib.Error:
        role = name = language = ""  # It went away before it could be asked.
    tell(
        kind=event.type,
        role=role,
        name=name,
        language=language,
        detail=event.detail1,
        words=event.any_data if isinstance(event.any_data, str) else "",
    )


def everything(of: Atspi.Accessible) -> Iterator[Atspi.Accessible]:
    yield of
    for place in range(of.get_child_count()):
        child = of.get_child_at_index(place)
        if child is not None:
            yield from everything(child)


def press(name: str) -> None:
    desktop = Atspi.get_desktop(0)
    for each in everything(desktop):
        shows = each.get_state_set().contains(Atspi.StateType.SHOWING)
        if each.get_role() == Atspi.Role.PUSH_BUTTON and each.get_name() == name and shows:
            Atspi.Action.do_action(each, 0)
            tell(kind="pressed", name=name)
            return
    tell(kind="not there", name=name)


def on_line(*_: object) -> bool:
    line = sys.stdin.readline()
    if not line:
        Atspi.event_quit()
        return False
    press(line.removeprefix("press ").rstrip("\n"))
    return True


def main() -> None:
    listener = Atspi.EventListener.new(on_event)
    for kind in EVENTS:
        listener.register(kind)
    GLib.io_add_watch(sys.stdin.fileno(), GLib.IO_IN | GLib.IO_HUP, on_line)
    tell(kind="ready")
    Atspi.event_main()


if __name__ == "__main__":
    main()
