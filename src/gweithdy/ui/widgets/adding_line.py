"""A line whose words become something new at Enter, and until then are nowhere else."""

from gweithdy.ui.widgets.prompted_line import PromptedLine


class AddingLine(PromptedLine):
    """Whoever takes the words empties it."""

    def unsaved(self) -> list[str]:
        """What was typed and not added."""
        words = self.text().strip()
        return [words] if words else []
