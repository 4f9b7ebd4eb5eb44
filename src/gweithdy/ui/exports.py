"""Where exports go: asked of the person, beginning with the folder of the last one."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from gweithdy.ui import ask
from gweithdy.ui.context import Context
from gweithdy.ui.settings import Settings


def ask_file(parent: QWidget, context: Context, title: str, name: str, kinds: str) -> Path | None:
    """The file that the person chose to write, as `ask.file_to_write`; its folder is kept."""
    path = ask.file_to_write(parent, title, folder(context.settings) / name, kinds)
    if path:
        keep_folder(context.settings, path.parent)
    return path


def folder(settings: Settings) -> Path:
    """Where the last export went; at first the folder of the person."""
    return Path(settings.get("export_folder") or Path.home())


def keep_folder(settings: Settings, folder: Path) -> None:
    """Begin with `folder` next time."""
    settings.put("export_folder", str(folder))
