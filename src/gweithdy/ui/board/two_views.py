"""Board and outline are two views of the same cards: current in one is current in the other."""

from collections.abc import Collection, Sequence

from gweithdy.domain.arrange import LaneContents
from gweithdy.domain.ids import Id
from gweithdy.ui.board.outline import OutlineView
from gweithdy.ui.board.pane import BoardPane


class TwoViews:
    """Draws the board of `pane` and its `outline`, the latter only when it is looked at."""

    def __init__(self, pane: BoardPane, outline: OutlineView) -> None:
        self._pane = pane
        self._outline = outline
        self._voted: set[Id] = set()
        self._put_off: set[Id] = set()
        outline.moved.connect(pane.step_by)
        outline.asked.connect(pane.bound.run)
        outline.walked.connect(self._on_walked)

    def draw_board(self, lanes: Sequence[LaneContents], voted: Collection[Id] = ()) -> None:
        """Show `lanes` on the board; the votes of `voted` are others than before."""
        anew, self._put_off = self._put_off.union(voted), set()
        self._pane.show_lanes(lanes, anew)
        self._voted |= anew

    def put_off(self, voted: Collection[Id]) -> None:
        """Show the votes of `voted` when the board is next drawn: nobody looks at it now."""
        self._put_off.update(voted)

    def catch_up(self, lanes: Sequence[LaneContents]) -> None:
        """Show what was put off."""
        if self._put_off:
            self.draw_board(lanes)

    def draw_outline(self, lanes: Sequence[LaneContents]) -> None:
        """Bring the outline up to date: two views of thousands of cards cost twice."""
        self._outline.show_lanes(lanes, self._voted)
        self._voted.clear()

    def begin_outline(self, lanes: Sequence[LaneContents]) -> None:
        """Draw the outline, and go to what is current and chosen on the board."""
        scene = self._pane.scene
        # Before it is shown: as it gets the keyboard Qt puts that into the first row.
        current, chosen = scene.current, set(scene.chosen)
        self.draw_outline(lanes)
        self._outline.go_to(current, chosen)

    def begin_board(self) -> None:
        """Bring into sight what is current, as it was chosen in the outline meanwhile."""
        scene = self._pane.scene
        if scene.shows(scene.current):
            self._pane.view.make_current(scene.current, select=False)

    def _on_walked(self) -> None:
        """What is chosen in the outline is chosen on the board too: from there it is moved."""
        scene = self._pane.scene
        scene.go_to(self._outline.current())
        scene.choose(id for id in self._outline.chosen() if scene.place(id))
