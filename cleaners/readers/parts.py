"""Parts of a page that are not what they seem when its tree is walked."""

from collections.abc import Mapping

from cleaners.model import Choice
from cleaners.readers.tree import Node, Tree


class Parts:
    """The parts that a server sent late, which a script moves to their place, and those that the
    profile of the site chooses, by the place of their node in memory.
    """

    def __init__(self, tree: Tree, chosen: Mapping[int, Choice]) -> None:
        self.chosen = chosen
        self.moved: set[int] = set()
        self._tree = tree
        self._late: dict[str, Node] | None = None

    def _sent(self, name: str) -> Node | None:
        """The part that was sent late for the place of this name."""
        if self._late is None:
            found = self._tree.css('[hidden][id^="S:"]')
            self._late = {node.id[2:]: node for node in found if node.id}
        return self._late.get(name)

    def sent_for(self, place: Node) -> Node | None:
        """The part that belongs in the place of an empty template."""
        name = place.id or ""
        part = self._sent(name[2:]) if name.startswith("B:") else None
        if part is not None:
            self.moved.add(part.mem_id)
        return part

    def is_late(self, name: str) -> bool:
        """Whether a hidden element of this id is a part that was sent late."""
        return name.startswith("S:") and self._sent(name[2:]) is not None
