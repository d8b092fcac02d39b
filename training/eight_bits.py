"""A network's weights in eight bits, in a form that exports to ONNX.

Every row of activations (a word) and every column of weights has a scale of its own, so that what is read beside
a word changes nothing of it, and an outlier spoils its own row alone.
"""

from __future__ import annotations

import copy
from typing import TypeVar

import torch
from torch import Tensor, nn

Module = TypeVar("Module", bound=nn.Module)

_MOST = 127.0
_MIDDLE = 128  # activations are kept as unsigned numbers: processors multiply unsigned by signed ones fastest
_TINY = 1e-9


def in_eight_bits(module: Module) -> Module:
    """Give a copy whose matrices have eight bits; it can be exported, but not run by torch."""
    smaller = copy.deepcopy(module)
    _replace_children(smaller)
    return smaller


def _replace_children(module: nn.Module) -> None:
    for name, child in module.named_children():
        if isinstance(child, nn.Linear):
            setattr(module, name, EightBitLinear(child))
        elif isinstance(child, nn.Embedding):
            setattr(module, name, EightBitEmbedding(child))
        else:
            _replace_children(child)


class EightBitLinear(nn.Module):
    """A linear layer by ONNX Runtime's product of eight-bit integers."""

    def __init__(self, layer: nn.Linear) -> None:
        super().__init__()
        numbers, scale = _rounded(layer.weight.detach())
        self.register_buffer("weight", numbers.T.contiguous())
        self.register_buffer("scale", scale[:, 0])
        self.register_buffer("bias", layer.bias.detach())
        self.register_buffer("middle", torch.tensor(_MIDDLE, dtype=torch.uint8))
        self.register_buffer("one", torch.tensor(1.0))

    def forward(self, vectors: Tensor) -> Tensor:
        """Give the layer's outputs for the last dimension."""
        rows = vectors.reshape(-1, vectors.shape[-1])
        scales = rows.abs().amax(-1).clamp(min=_TINY) / _MOST
        whole = torch.onnx.ops.symbolic(
            "QuantizeLinear",
            (rows, scales, self.middle.expand(rows.shape[0])),
            attrs={"axis": 0},
            dtype=torch.uint8,
            shape=rows.shape,
        )
        products = torch.onnx.ops.symbolic(
            "com.microsoft::MatMulIntegerToFloat",
            (whole, self.weight, self.one, self.scale, self.middle),
            dtype=torch.float32,
            shape=(rows.shape[0], self.weight.shape[1]),
            version=1,
        )
        return (products * scales[:, None] + self.bias).reshape(*vectors.shape[:-1], -1)


class EightBitEmbedding(nn.Module):
    """A table of vectors, each with a scale of its own."""

    def __init__(self, table: nn.Embedding) -> None:
        super().__init__()
        numbers, scale = _rounded(table.weight.detach())
        self.register_buffer("weight", numbers)
        self.register_buffer("scale", scale)

    def forward(self, rows: Tensor) -> Tensor:
        """Give the vectors of some rows."""
        return nn.functional.embedding(rows, self.weight) * nn.functional.embedding(rows, self.scale)


def _rounded(weight: Tensor) -> tuple[Tensor, Tensor]:
    """Rows as whole numbers of eight bits, and what to multiply each row with."""
    scale = weight.abs().amax(1, keepdim=True).clamp(min=_TINY) / _MOST
    return torch.round(weight / scale).to(torch.int8), scale
