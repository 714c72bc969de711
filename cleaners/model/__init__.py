"""The values that pass between the stages; no rules and no input or output live here.

Everything is frozen; what is made of every line or paragraph of a page on its way is a named tuple,
which takes a third of the time to make. A line's number is its identity: no stage renumbers or
deletes lines, stages only add facts (edits, joins, labels, verdicts), and the body is derived from
them at the end.
"""

from cleaners.model.document import Document
from cleaners.model.kinds import (
    Block,
    Category,
    Choice,
    Engine,
    Kind,
    Output,
    Status,
    Strength,
    Treatment,
    Where,
    Zone,
)
from cleaners.model.ledger import (
    Decision,
    Edit,
    EditRule,
    Join,
    Label,
    Score,
    Verdict,
    by_line,
    by_stage,
    edit_lines,
    edited,
    heads,
)
from cleaners.model.page import (
    Elements,
    Fields,
    Format,
    Line,
    Markup,
    Page,
    Paragraph,
    PlainLines,
    unmarked,
)
from cleaners.model.policy import DEFAULT_TREATMENTS, Policy
from cleaners.model.profile import SiteLine, SitePhrase, SiteProfile

__all__ = [
    "DEFAULT_TREATMENTS",
    "Block",
    "Category",
    "Choice",
    "Decision",
    "Document",
    "Edit",
    "EditRule",
    "Elements",
    "Engine",
    "Fields",
    "Format",
    "Join",
    "Kind",
    "Label",
    "Line",
    "Markup",
    "Output",
    "Page",
    "Paragraph",
    "PlainLines",
    "Policy",
    "Score",
    "SiteLine",
    "SitePhrase",
    "SiteProfile",
    "Status",
    "Strength",
    "Treatment",
    "Verdict",
    "Where",
    "Zone",
    "by_line",
    "by_stage",
    "edit_lines",
    "edited",
    "heads",
    "unmarked",
]
