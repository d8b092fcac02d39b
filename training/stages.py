"""The stages in order, each skipped where its output stands and nothing it was made from has changed."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import spacy

import pressparse.nlp.accurate.component  # noqa: F401  the component that accurate pipelines are made of
from training import about, convert, corpora, evaluate
from training.convert_names import press_samples, word_samples
from training.convert_trees import tree_samples
from training.gaps import open_gaps
from training.lemmas import add_lemmatizer
from training.package import package
from training.recipe import Recipe
from training.sample import Sample, read_samples, write_samples
from training.train import train

if TYPE_CHECKING:
    from training.evaluate import Counts

PIPELINE, ACCURATE = "pipeline", "accurate"  # what a fold makes: the small one, the teacher itself
_SCORES = {PIPELINE: "scores.json", ACCURATE: "accurate-scores.json"}
KINDS = ("trees", "press", "names", "releases")
_TAUGHT = ("trees", "press", "names")
_WITH_TEACHER = """\
A pretrained encoder was fine-tuned on all the sources below, each teaching only what it
  annotates; it labelled the sources' gaps and raw releases; the small pipeline learnt from both. Measured on
  press lines of files that neither had seen; the pipeline shipped was then trained in the same way on all files.
  No development set taught anything. `python -m training` in pressparse's repository does it again."""
_WITHOUT_TEACHER = """\
On what people labelled in the sources below; words that may bear a label which their corpus
  never marks were left open. Measured on press lines of files held out; the pipeline shipped was then trained
  in the same way on all files. No development set taught anything. `python -m training --without-teacher` in
  pressparse's repository does it again."""


@dataclass(frozen=True)
class Fold:
    """One run of the stages.

    Attributes:
        held_out: the press file that is to measure it and must not teach; none where empty.
        teacher_of: the fold whose teacher it borrows; it has its own where None. To borrow the teacher of a
            fold with a held-out file costs the teacher that one file, and saves the longest stage.
    """

    held_out: str = ""
    teacher_of: Fold | None = None

    def __str__(self) -> str:
        return f"without-{self.held_out}" if self.held_out else "with-all"

    @property
    def taught_with(self) -> Fold:
        """The fold that the teacher belongs to."""
        return self.teacher_of or self


@dataclass(frozen=True)
class Workshop:
    """Where the stages read and write.

    Attributes:
        data: the folder of the corpora, laid out as corpora.toml says.
        work: the folder of everything between, which can be deleted.
        recipe: how it is done.
    """

    data: Path
    work: Path
    recipe: Recipe

    def convert(self) -> None:
        """Bring every corpus into the one form."""
        for corpus in corpora.corpora():
            source = self.data / corpus.path
            if corpus.kind != "releases":
                self._stage(
                    "convert", self._samples(corpus.id), [source], "", lambda c=corpus: self._convert(c)
                )
        for press in corpora.press_files():
            output = self._samples(f"press-{press.stem}")
            self._stage(
                "convert", output, [press], "", lambda p=press, o=output: write_samples(o, press_samples(p))
            )

    def _convert(self, corpus: corpora.Corpus) -> None:
        source, output = self.data / corpus.path, self._samples(corpus.id)
        if corpus.kind == "trees":
            write_samples(output, tree_samples(source, corpus.id))
            return
        names = word_samples(source, corpus.id)
        trees = read_samples(self._samples(corpus.on_trees)) if corpus.on_trees else None
        write_samples(output, convert.with_entities(trees, names) if trees else names)

    def teach(self, fold: Fold) -> None:
        """Fine-tune the fold's teacher, where the recipe has one."""
        if not self.recipe.teacher:
            return
        from training.teach import fine_tune
        from training.world_lists import read_world_names

        owner = fold.taught_with
        output = self._of(owner, "teacher")
        inputs = [path for kind in _TAUGHT for path in self._files(kind, owner)]

        def make() -> None:
            samples = (self._read(kind, owner) for kind in _TAUGHT)
            fine_tune(*samples, self.recipe.lesson, read_world_names()).save(output)

        self._stage(f"teach {owner}", output, inputs, self.recipe.lesson, make)

    def export_accurate(self, fold: Fold) -> None:
        """Make the accurate pipeline of the fold's teacher."""
        owner = fold.taught_with
        inputs = [self._of(owner, "teacher"), *self._files("trees", owner)]
        self._stage(f"export {owner}", self._of(owner, ACCURATE), inputs, "", lambda: self._export(owner))

    def _export(self, fold: Fold) -> None:
        from training.export_accurate import export_accurate
        from training.teacher import Teacher

        teacher = Teacher.load(self._of(fold, "teacher"))
        export_accurate(teacher, self._read("trees", fold), self._of(fold, ACCURATE))

    def label(self, fold: Fold) -> None:
        """Let the teacher fill in what samples lack, and label releases."""
        teacher = (
            self._of(fold.taught_with, "teacher") if self.recipe.teacher else self._of(fold, "no-teacher")
        )
        for kind in self._kinds():
            settings = self.recipe.release_words if kind == "releases" else ""
            self._stage(
                f"label {kind} {fold}",
                self._labelled(kind, fold),
                [teacher, *self._files(kind, fold)],
                settings,
                lambda kind=kind: (
                    self._label(kind, fold) if self.recipe.teacher else self._open_gaps(kind, fold)
                ),
            )

    def _label(self, kind: str, fold: Fold) -> None:
        from training.label import label, release_samples
        from training.teacher import Teacher

        teacher = Teacher.load(self._of(fold.taught_with, "teacher"))
        if kind == "releases":
            (path,) = self._files(kind, fold)
            samples = list(release_samples(path, self.recipe.release_words))
        else:
            samples = self._read(kind, fold)
        write_samples(self._labelled(kind, fold), label(teacher, samples))

    def _open_gaps(self, kind: str, fold: Fold) -> None:
        samples, press = self._read(kind, fold), self._read("press", fold)
        write_samples(self._labelled(kind, fold), samples if kind == "press" else open_gaps(samples, press))

    def _kinds(self) -> tuple[str, ...]:
        return KINDS if self.recipe.teacher else _TAUGHT

    def train(self, fold: Fold) -> None:
        """Train the small pipeline on all of it."""
        inputs = [self._labelled(kind, fold) for kind in self._kinds()]
        self._stage(
            f"train {fold}", self._of(fold, "pipeline"), inputs, self.recipe.plan, lambda: self._train(fold)
        )

    def _train(self, fold: Fold) -> None:
        from training.world_lists import read_world_names

        samples = {kind: list(read_samples(self._labelled(kind, fold))) for kind in self._kinds()}
        nlp = train(samples, self.recipe.plan, read_world_names())
        add_lemmatizer(nlp, self._read("trees", fold))
        nlp.to_disk(self._of(fold, "pipeline"))

    def evaluate(self, fold: Fold, made: str = PIPELINE) -> None:
        """Measure a pipeline of the fold on what it has not seen."""
        tests = [self._samples(corpus.id) for corpus in corpora.corpora() if corpus.held_out]
        tests += [self._samples(f"press-{fold.held_out}")] if fold.held_out else []
        inputs = [self._made(fold, made), *tests]
        self._stage(
            f"evaluate {made} {fold}", self._scores(fold, made), inputs, "",
            lambda: self._evaluate(fold, made),
        )  # fmt: skip

    def _evaluate(self, fold: Fold, made: str) -> None:
        nlp = spacy.load(self._made(fold, made))
        held_out = [corpus for corpus in corpora.corpora() if corpus.held_out]
        trees = {c.id: evaluate.tree_scores(nlp, self._list(c.id)) for c in held_out if c.kind == "trees"}
        web = {c.id: evaluate.count_web_names(nlp, self._list(c.id)) for c in held_out if c.kind == "names"}
        press = evaluate.count_names(nlp, self._list(f"press-{fold.held_out}")) if fold.held_out else {}
        scores = json.dumps({"trees": trees, "web": web, "press": press}, indent=1)
        self._scores(fold, made).write_text(scores, encoding="utf-8")

    def package(self, fold: Fold, measured: Sequence[Fold], output: Path, version: str) -> None:
        """Put a fold's pipeline where the package ships it, with the scores of the folds that measured it."""
        package(
            spacy.load(self._of(fold, PIPELINE)),
            output,
            replace(about.EMBEDDED, notes=_WITH_TEACHER if self.recipe.teacher else _WITHOUT_TEACHER),
            version=version,
            scores=self._performance(fold, measured, PIPELINE),
            sources=corpora.sources(teacher=self.recipe.teacher),
        )

    def package_accurate(self, fold: Fold, measured: Sequence[Fold], output: Path, version: str) -> None:
        """The same for the accurate pipeline; its meta goes beside it too, where spaCy looks for a package's."""
        package(
            spacy.load(self._made(fold, ACCURATE)),
            output,
            about.ACCURATE,
            version=version,
            scores=self._performance(fold, measured, ACCURATE),
            sources=corpora.sources(teacher=True, releases=False),
        )
        shutil.copy(output / "meta.json", output.parent)

    def _performance(self, fold: Fold, measured: Sequence[Fold], made: str) -> dict[str, object]:
        own, *folds = (
            json.loads(self._scores(each, made).read_text(encoding="utf-8")) for each in (fold, *measured)
        )
        return _performance(own, [each["press"] for each in folds], measured)

    def _stage(
        self, name: str, output: Path, inputs: Iterable[Path], settings: object, make: Callable[[], None]
    ) -> None:
        key = _fingerprint(inputs, settings)
        stamp = output.with_name(output.name + ".stamp")
        if output.exists() and stamp.is_file() and stamp.read_text() == key:
            print(f"{name}: {output.name} stands")
            return
        print(f"{name}: making {output.name}", flush=True)
        _remove(output)
        output.parent.mkdir(parents=True, exist_ok=True)
        make()
        stamp.write_text(key)

    def _samples(self, corpus_id: str) -> Path:
        return self.work / "samples" / f"{corpus_id}.jsonl.gz"

    def _of(self, fold: Fold, what: str) -> Path:
        return self.work / str(fold) / what

    def _made(self, fold: Fold, made: str) -> Path:
        """The folder of a pipeline; the accurate one is the teacher's own."""
        return self._of(fold.taught_with if made == ACCURATE else fold, made)

    def _scores(self, fold: Fold, made: str) -> Path:
        return self._of(fold, _SCORES[made])

    def _labelled(self, kind: str, fold: Fold) -> Path:
        """Labels are kept with the teacher that gave them; only the press lines are the fold's own."""
        owner = fold if kind == "press" else fold.taught_with
        return self._of(owner, "labelled") / f"{kind}.jsonl.gz"

    def _files(self, kind: str, fold: Fold) -> list[Path]:
        """The files that teach one kind of thing in a fold: converted ones, but for raw releases."""
        if kind == "press":
            stems = [press.stem for press in corpora.press_files() if press.stem != fold.held_out]
            return [self._samples(f"press-{stem}") for stem in stems]
        teaching = [corpus for corpus in corpora.corpora() if not corpus.held_out]
        if kind == "trees":
            return [self._samples(corpus.id) for corpus in teaching if corpus.on_trees]
        rows = [corpus for corpus in teaching if corpus.kind == kind and not corpus.on_trees]
        return [self.data / row.path if kind == "releases" else self._samples(row.id) for row in rows]

    def _read(self, kind: str, fold: Fold) -> list[Sample]:
        return [sample for path in self._files(kind, fold) for sample in read_samples(path)]

    def _list(self, corpus_id: str) -> list[Sample]:
        return list(read_samples(self._samples(corpus_id)))


def _performance(
    own: dict[str, dict[str, Counts]], folds: list[Counts], measured: Sequence[Fold]
) -> dict[str, object]:
    """Give spaCy's "performance": single figures by name, and the tables for the model card."""
    press = evaluate.rates(evaluate.pooled(folds))
    files = ", ".join(fold.held_out for fold in measured)
    web = {f"web text ({corpus})": evaluate.rates(counts) for corpus, counts in own["web"].items()}
    return {
        **{f"names_{label.lower()}_f": row["f"] for label, row in press.items()},
        **{f"{corpus}_{name}": value for corpus, row in own["trees"].items() for name, value in row.items()},
        "names": {f"press lines, file {files} held out": press, **web},
        "trees": own["trees"],
    }


def _remove(output: Path) -> None:
    if output.is_dir():
        shutil.rmtree(output)
    output.unlink(missing_ok=True)


def _fingerprint(inputs: Iterable[Path], settings: object) -> str:
    digest = hashlib.sha256(repr(settings).encode())
    for path in inputs:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file():
                digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()
