"""One post's blocks with their roles: what its fields are read from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pressparse.document import BODY_ROLES, Role
from pressparse.page.html.outline import prose_length
from pressparse.page.html.tree import Node
from pressparse.page.raw import RawBlock

_LEAD = 1  # paragraphs that may stand between a title and the lines that say who and when


@dataclass(frozen=True, slots=True)
class Signed:
    """The blocks of one post with their roles, and the nodes that they stand in."""

    blocks: Sequence[RawBlock]
    roles: Sequence[Role | None]
    nodes: Sequence[Node]

    def having(self, *roles: Role) -> Iterator[RawBlock]:
        """The blocks that have one of the roles."""
        return (block for block, role in zip(self.blocks, self.roles, strict=True) if role in roles)

    def head(self) -> Signed:
        """What stands over the story and around its first paragraph: there a page says who and when."""
        running = (i for i, b in enumerate(self.blocks) if self.roles[i] in BODY_ROLES and prose_length(b))
        ends = [place for place, _ in zip(running, range(_LEAD + 1), strict=False)]
        if len(ends) <= _LEAD:
            return self
        end = ends[_LEAD]
        after = self.blocks[end].path[-1:]
        nodes = [node for node in self.nodes if not after or node.number < after[0]]
        return replace(self, blocks=self.blocks[:end], roles=self.roles[:end], nodes=nodes)
