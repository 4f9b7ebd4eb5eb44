"""A line whose words become something new at Enter, and until then are nowhere else."""

from PySide6.QtWidgets import QLineEdit


class AddingLine(QLineEdit):
    """Whoever takes the words empties it."""

    def unsaved(self) -> list[str]:
        """What was typed and not added."""
        words = self.text().strip()
        return [words] if words else []
