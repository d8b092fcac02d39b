"""Stage: fine-tune the teacher on everything annotated, each corpus teaching only what it knows."""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Iterator, Sequence

import torch
from torch import Tensor
from torch.nn import functional

from training.labels import MARKS, possible_marks
from training.mixture import Printer
from training.recipe import Lesson
from training.sample import Sample
from training.teacher import Encoded, Inventory, PieceEncoder, Teacher
from training.world_names import WorldNames

_WORDS_A_BATCH = 1100
_SORTED_AT_ONCE = 400
_HIDDEN = math.log(0.3)
_NOTHING = -100  # torch's own "no target here"


def take_inventory(trees: Iterable[Sample]) -> Inventory:
    """Collect the labels that the trees use."""
    tags: set[str] = set()
    pos: set[str] = set()
    deps: set[str] = set()
    for tree in trees:
        tags.update(tree.tags or ())
        pos.update(tree.pos or ())
        deps.update(tree.deps or ())
    return Inventory(tuple(sorted(tags)), tuple(sorted(pos)), tuple(sorted(deps)))


def fine_tune(
    trees: Sequence[Sample],
    press: Sequence[Sample],
    names: Sequence[Sample],
    lesson: Lesson,
    world: WorldNames,
) -> Teacher:
    """Train a teacher from the pretrained encoder; prints its loss as it goes."""
    torch.manual_seed(lesson.seed)
    rng = random.Random(lesson.seed)
    printer = Printer.knowing([*trees, *press], world, rng)
    teacher, encode = Teacher(take_inventory(trees)), PieceEncoder()
    batches = [batch for _ in range(lesson.rounds) for batch in _round(trees, press, names, lesson, printer)]
    optimizer, schedule = _optimizer(teacher, lesson, len(batches))
    teacher.train()
    for number, batch in enumerate(batches, 1):
        with torch.autocast("cpu", torch.bfloat16):
            loss = _loss(teacher, encode([sample.words for sample in batch]), batch)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad()
        if number % 50 == 0:
            print(f"teach {number}/{len(batches)} loss {loss.item():.3f}", flush=True)
    return teacher.eval()


def _optimizer(
    teacher: Teacher, lesson: Lesson, steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    inner = list(teacher.encoder.parameters())
    known = set(map(id, inner))
    outer = [weights for weights in teacher.parameters() if id(weights) not in known]
    groups = [{"params": inner, "lr": lesson.encoder_rate}, {"params": outer, "lr": lesson.head_rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    warm = max(1, steps // 10)
    shape = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, max(0.0, (steps - step) / (steps - warm)))
    )
    return optimizer, shape


def _round(
    trees: Sequence[Sample],
    press: Sequence[Sample],
    names: Sequence[Sample],
    lesson: Lesson,
    printer: Printer,
) -> list[list[Sample]]:
    rng = printer.rng
    samples = list(printer.reprints(trees))
    for _ in range(lesson.press_repeats):
        samples += printer.pages(press)
    samples += printer.reprints(rng.sample(names, int(len(names) * lesson.names_share)))
    rng.shuffle(samples)
    batches = list(batches_by_length(samples))
    rng.shuffle(batches)
    return batches


def batches_by_length(samples: Sequence[Sample]) -> Iterator[list[Sample]]:
    """Cut samples into batches of like length, so that little of a batch is padding."""
    for start in range(0, len(samples), _SORTED_AT_ONCE):
        batch: list[Sample] = []
        for sample in sorted(samples[start : start + _SORTED_AT_ONCE], key=lambda s: len(s.words)):
            if batch and len(sample.words) * (len(batch) + 1) > _WORDS_A_BATCH:
                yield batch
                batch = []
            batch.append(sample)
        yield batch


def _loss(teacher: Teacher, encoded: Encoded, batch: list[Sample]) -> Tensor:
    words = teacher(encoded)
    loss = _mark_loss(teacher.marks(words).float(), encoded, batch)
    if any(sample.heads for sample in batch):
        loss = loss + _tree_loss(teacher, words, encoded, batch)
    return loss


def _mark_loss(scores: Tensor, encoded: Encoded, batch: list[Sample]) -> Tensor:
    """Minus the log-probability of all the marks that the sample's corpus cannot tell from the right one.

    What an "outside" may hide counts less than outside itself, so that labels which only few corpora mark
    do not spread over the rest for want of anything against them.
    """
    allowed = torch.full(scores.shape, float("-inf"))
    for row, sample in enumerate(batch):
        for position, marks in enumerate(possible_marks(sample)):
            allowed[row, position, marks] = 0.0 if len(marks) == len(MARKS) else _HIDDEN
            allowed[row, position, marks[0]] = 0.0
    mask = encoded.word_mask
    right = torch.logsumexp((scores + allowed)[mask], dim=-1)
    return (torch.logsumexp(scores[mask], dim=-1) - right).mean()


def _tree_loss(teacher: Teacher, words: Tensor, encoded: Encoded, batch: list[Sample]) -> Tensor:
    heads = _targets([sample.heads for sample in batch], encoded)
    numbers = teacher.inventory.numbers
    loss = _cross_entropy(teacher.arc_scores(words, encoded), heads)
    labels = teacher.deps.at_heads(words, heads.clamp(min=0))
    loss = loss + _cross_entropy(labels, _label_targets(batch, "deps", numbers["deps"], encoded))
    loss = loss + _cross_entropy(teacher.tags(words), _label_targets(batch, "tags", numbers["tags"], encoded))
    return loss + _cross_entropy(teacher.pos(words), _label_targets(batch, "pos", numbers["pos"], encoded))


def _label_targets(batch: list[Sample], kind: str, numbers: dict[str, int], encoded: Encoded) -> Tensor:
    rows = [getattr(sample, kind) for sample in batch]
    return _targets([row and [numbers.get(label, _NOTHING) for label in row] for row in rows], encoded)


def _targets(rows: list[list[int] | None], encoded: Encoded) -> Tensor:
    targets = torch.full(encoded.first_pieces.shape, _NOTHING)
    for number, row in enumerate(rows):
        if row:
            targets[number, : len(row)] = torch.tensor(row)
    return targets


def _cross_entropy(scores: Tensor, targets: Tensor) -> Tensor:
    return functional.cross_entropy(scores.float().flatten(0, 1), targets.flatten(), ignore_index=_NOTHING)
