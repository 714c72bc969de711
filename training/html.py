"""``python -m training.html --data DIR``: from checked HTML pages to the judge's model of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import process_time
from typing import Annotated

import numpy as np
import typer
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import SGDClassifier

from cleaners.arrays.table import Columns
from cleaners.errors import BadInput
from cleaners.judge.case import Case, examine
from cleaners.judge.elements import lists_of
from cleaners.judge.markup import look_at_markup
from cleaners.judge.measures import Measures
from cleaners.judge.models import HTML_FILE, PageModel
from cleaners.judge.naming import NAME_BITS, Naming, name_places, name_terms
from cleaners.judge.odds import RATHER_KEPT_BY_MARKUP, drawn_to_lists
from cleaners.judge.wording import Wording
from cleaners.model import Document, Page
from cleaners.pipeline import begin
from training import align, folds, judge, pages
from training.bodies import bodies_of, measured, write_bodies
from training.examples import Examples, case_of, weights_of
from training.net import Schooling
from training.pages import Sample
from training.varied import Checked, variants

# Chosen on folds among 1e-6 to 1e-4.
PENALTY = 1e-5
# A weight of 1 in log odds is this many steps.
STEPS = 48
# Each page stands in the book four times.
SHARE_OF_A_ROUND = 0.25
_Learnt = tuple[Wording, Naming]


@dataclass(frozen=True, slots=True)
class Book:
    """The examples, and the page of each sample: the course of the judge of HTML."""

    examples: Examples
    pages: tuple[Page, ...]

    def learn(self, chosen: NDArray[np.bool_]) -> _Learnt:
        """The weights of the words, and of the class and id names, on the chosen pages."""
        return judge.wording_of(self.examples, chosen), _naming(self, chosen)

    def features_of(self, pages: Sequence[int], learnt: _Learnt) -> tuple[Measures, Columns]:
        """The features of some pages, by their words and by their markup."""
        wording, naming = learnt
        documents = [self.examples.documents[page] for page in pages]
        measures, columns = examine([self.examples.cases[page] for page in pages], wording)
        return measures, columns | look_at_markup(
            [self.pages[page] for page in pages], documents, measures, naming
        )


def main(
    data: Annotated[Path, typer.Option(help="Folder of .jsonl(.gz) files: id, domain, html, gold")],
    out: Annotated[Path, typer.Option(help="Where to write the model.")] = HTML_FILE,
    bodies: Annotated[Path | None, typer.Option(help="Write the out-of-fold bodies here.")] = None,
    threads: Annotated[int, typer.Option(help="Processor threads.")] = 1,
) -> None:
    """Train the judge on checked pages, and say on folds of sites how good it is."""
    schooling = Schooling(share=SHARE_OF_A_ROUND, rounds=12, threads=threads)
    book = gather(pages.read(data, "html"))
    examples = book.examples
    typer.echo(f"{len(book.pages)} pages, {len(examples.goal)} lines, {process_time():.0f} s")
    _say("oracle", examples, examples.goal >= 0.5)
    known = folds.out_of_fold(book, schooling, RATHER_KEPT_BY_MARKUP)
    kept = _say("out of fold", examples, _leant(book, known.odds) > 0)
    if bodies:
        write_bodies(bodies, examples, kept)
    (wording, naming), net = folds.final(book, known, schooling)
    PageModel(wording, naming, net).save(out)
    typer.echo(f"{out}: {out.stat().st_size / 1e6:.1f} MB, {process_time():.0f} s of processor")


def _leant(book: Book, odds: folds.Ints) -> folds.Ints:
    """The log odds of every line as the judge has them: drawn to their lists, shifted by pages."""
    examples = book.examples
    drawn = odds.copy()
    for number, page in enumerate(book.pages):
        rows = examples.rows([number])
        words = examples.words[rows]
        drawn[rows] = drawn_to_lists(odds[rows], words, lists_of(page, examples.documents[number]))
    return judge.leant(examples, drawn)


def _say(name: str, examples: Examples, kept: NDArray[np.bool_]) -> list[str]:
    texts = bodies_of(examples, kept)
    for group, score in measured(examples, texts).items():
        typer.echo(f"{name:12s} {group:12s} {score}")
    return texts


def gather(samples: Iterable[Sample]) -> Book:
    """The lines of some pages as each engine has them, and varied, how much of each is body, and
    its weight.
    """
    kept: list[Sample] = []
    shown: list[Page] = []
    cases: list[Case] = []
    goals, weights, counts = [], [], []
    for sample in samples:
        draft = begin(Document(sample.raw, kind="html"), "thorough")
        if isinstance(draft, BadInput) or not draft.paragraphs:
            continue
        goal = np.array(align.shares([p.text for p in draft.paragraphs], sample.gold), np.float32)
        words = [len(align.words_of(p.text)) for p in draft.paragraphs]
        weight = np.array(weights_of(words, sample.gold)) * (not sample.doubtful)
        page = Checked(draft.page, draft.paragraphs, np.arange(len(goal)))
        for variant, each in variants(page, goal >= 0.5, len(kept)):
            kept.append(replace(sample, variant=variant))
            shown.append(each.page)
            cases.append(case_of(each.document))
            goals.append(goal[each.rows])
            weights.append(weight[each.rows])
            counts.append(np.array(words, np.int64)[each.rows])
    examples = Examples(
        tuple(kept),
        tuple(cases),
        np.concatenate(goals),
        np.concatenate(weights),
        np.concatenate(counts),
    )
    return Book(examples, tuple(shown))


def _naming(book: Book, chosen: NDArray[np.bool_]) -> Naming:
    """Weights of the words of class and id names: a logistic regression over hashed terms."""
    examples = book.examples
    rows, columns = _terms(book)
    size = 1 << NAME_BITS
    ones = np.ones(len(rows), np.float32)
    matrix = csr_matrix((ones, (rows, columns)), (len(examples.goal), 2 * size))
    plain = np.array([sample.variant == "fast" for sample in examples.samples])
    use = (chosen & plain)[examples.page] & (examples.weight > 0)
    weight = np.sqrt(np.minimum(examples.words[use], judge.MAX_WORDS_TAUGHT) + 1)
    model = SGDClassifier(
        loss="log_loss", alpha=PENALTY, max_iter=6, tol=None, average=True, random_state=7
    )
    model.fit(matrix[use], examples.goal[use] > 0.5, sample_weight=weight / weight.mean())
    steps = np.clip(np.round(model.coef_[0] * STEPS), -127, 127).astype(np.int8)
    return Naming(steps[:size], steps[size:])


def _terms(book: Book) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Row and column of each term of each line: those of its own element, of each one around."""
    rows, columns = [], []
    row = 0
    for page, document in zip(book.pages, book.examples.documents, strict=True):
        elements = page.elements
        words, single, double = name_terms(
            [f"{t} {n}" for t, n in zip(elements.tags, elements.names, strict=True)]
        )
        places = np.stack([name_places(single), name_places(double)])
        own = [places[:, a:b].ravel() for a, b in zip(words.bounds, words.bounds[1:], strict=False)]
        path: list[NDArray[np.int64]] = []
        for place, around in enumerate(elements.around):
            path.append(np.concatenate([path[around], own[place]]) if around >= 0 else own[place])
        for paragraph in document:
            assert paragraph.markup is not None
            leaf = paragraph.markup.element
            terms = np.append(own[leaf], np.unique(path[leaf]) + (1 << NAME_BITS))
            rows.append(np.full(len(terms), row, np.int32))
            columns.append(terms.astype(np.int32))
            row += 1
    return np.concatenate(rows), np.concatenate(columns)


if __name__ == "__main__":
    typer.run(main)
