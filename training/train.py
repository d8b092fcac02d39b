"""Stage: train the small pipeline on what people and the teacher labelled."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import spacy.util
from spacy.training import Example
from thinc.api import NumpyOps, set_current_ops

from training.mixture import Printer
from training.recipe import Plan
from training.sample import Sample
from training.world_names import WorldNames

if TYPE_CHECKING:
    from spacy.language import Language

CONFIG = Path(__file__).with_name("config.cfg")
_WARM_STEPS = 150
_LEAST_RATE = 0.05
_WITH_ALL_LABELS = ("trees", "press")


def train(samples: Mapping[str, Sequence[Sample]], plan: Plan, world: WorldNames) -> Language:
    """Train a pipeline from scratch.

    Args:
        samples: the samples of each kind that `plan.shares` names.
        plan: how to train.
        world: names that take the place of the samples' own.
    """
    set_current_ops(NumpyOps(use_blis=False))
    spacy.util.fix_random_seed(plan.seed)
    nlp = spacy.util.load_model_from_config(spacy.util.load_config(CONFIG), auto_fill=True)
    known = [sample for kind in _WITH_ALL_LABELS for sample in samples[kind]]
    nlp.initialize(lambda: [_example(nlp, sample) for sample in known])
    printer = Printer.knowing(known, world, random.Random(plan.seed))
    optimizer = nlp.create_optimizer()
    losses: dict[str, float] = {}
    for step, batch in enumerate(_batches(nlp, samples, plan, printer), 1):
        optimizer.learn_rate = plan.rate * _rate_at(step / plan.steps, step)
        nlp.update(batch, drop=plan.dropout, sgd=optimizer, losses=losses)
        if step % 100 == 0:
            print(f"train {step}/{plan.steps}", {k: round(float(v)) for k, v in losses.items()}, flush=True)
            losses = {}
    with nlp.use_params(optimizer.averages):
        return _copy(nlp)


def _copy(nlp: Language) -> Language:
    """The averaged weights outlive the optimizer only in a copy."""
    return spacy.util.load_model_from_config(nlp.config).from_bytes(nlp.to_bytes())


def _rate_at(done: float, step: int) -> float:
    return min(step / _WARM_STEPS, 1.0) * (1 - (1 - _LEAST_RATE) * done)


def _example(nlp: Language, sample: Sample) -> Example:
    """Pair the annotated words with what the pipeline's own tokenizer makes of the text."""
    reference = sample.to_doc(nlp.vocab)
    return Example(nlp.make_doc(reference.text), reference)


def _batches(
    nlp: Language, samples: Mapping[str, Sequence[Sample]], plan: Plan, printer: Printer
) -> Iterator[list[Example]]:
    """Give the batches, each mixed of all kinds in their shares."""
    streams = {kind: _endless(kind, samples[kind], printer) for kind in plan.shares if samples.get(kind)}
    words = dict.fromkeys(streams, 0)
    for _ in range(plan.steps):
        batch: list[Example] = []
        room = plan.words_a_batch
        while room > 0:
            kind = min(streams, key=lambda k: words[k] / plan.shares[k])
            example = _example(nlp, next(streams[kind]))
            words[kind] += len(example.predicted)
            room -= len(example.predicted)
            batch.append(example)
        yield batch


def _endless(kind: str, samples: Sequence[Sample], printer: Printer) -> Iterator[Sample]:
    one_round = printer.pages if kind == "press" else printer.reprints
    while True:
        yield from one_round(samples)
