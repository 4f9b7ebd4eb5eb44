"""The list of decisions: what was agreed, and by whom."""

from gweithdy.domain.decisions import Decision
from gweithdy.domain.problem import N_
from gweithdy.edits import decisions
from gweithdy.ui.actions.list_pane import ListPane, Said, Verbs
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.rows import Column


class DecisionList(ListPane):
    """Decisions, in the order in which they are told."""

    said = Said(
        N_("Decisions"),
        N_("What was decided? Type it and press Enter"),
        N_("Add a decision"),
        N_("No decisions yet. What did everybody agree to? It stands in the pack's summary."),
    )

    def __init__(self, context: Context) -> None:
        columns = (
            Column("text", N_("Decision"), width=240, stretch=8),
            Column("decided_by", N_("Who decided"), width=200, stretch=2),
        )
        verbs = Verbs(decisions.add, decisions.change, decisions.remove, decisions.move)
        super().__init__(context, Decision, columns, verbs, "circle-check")
