"""The commands and their options; Prefect is imported only by those that run a flow."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import tee
from pathlib import Path
from typing import Annotated

import typer

from cleaners import (
    Article,
    CleaningError,
    Document,
    Policy,
    clean_many,
    policy,
)
from cleaners import explain as explanation_of
from cleaners.cli import inputs, terminal
from cleaners.cli.printing import Format, Misuse, open_ledger, open_output
from cleaners.debris import Phrasebook, phrasebook, prove
from cleaners.errors import BadPolicy, BadRule
from cleaners.rulebook import rulebook
from flows.answers import Exit, complain, told
from flows.settings import policy_in


class Effort(StrEnum):
    """How much an HTML page is worth: a second opinion, or none."""

    THOROUGH = "thorough"
    FAST = "fast"


# Flows have a command of their own, which reads the options.
PASSED_ON = {"allow_extra_args": True, "ignore_unknown_options": True}

app = typer.Typer(
    help="Raw scraped news in, clean copy out, with a reason for every change.",
    epilog="Exit codes: 0 every document gave a body, 1 some gave none, 2 wrong usage, "
    "3 none gave a body or nothing was there to read.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def main() -> None:
    """The command, with one line for an error and no traceback."""
    try:
        code = app(args=sys.argv[1:] or ["--help"], prog_name="cleancopy", standalone_mode=False)
        sys.stdout.flush()
    except typer.TyperException as problem:
        complain(problem.format_message())
        code = Exit.USAGE
    except (BadPolicy, BadRule, Misuse) as problem:
        complain(str(problem))
        code = Exit.USAGE
    except BrokenPipeError:
        # The reader (head, less) has seen enough; the interpreter must not complain at its end.
        sys.stdout = None
        code = Exit.OK
    except (KeyboardInterrupt, typer.Abort):
        code = Exit.INTERRUPTED
    except (CleaningError, OSError) as problem:
        complain(told(problem))
        code = Exit.NOTHING
    sys.exit(code)


Paths = Annotated[list[str], typer.Argument(metavar="PATH…", help="files, folders, globs, or -")]
PolicyText = Annotated[
    str, typer.Option("--policy", help="what becomes of a category: caption=keep,… or a TOML file")
]
Language = Annotated[
    str | None, typer.Option(help="the language of the documents, if it should not be guessed")
]
EffortOption = Annotated[
    Effort, typer.Option("--engine", help="for HTML: ask for a second opinion, or be fast")
]


@app.command()
def clean(
    paths: Paths,
    form: Annotated[Format, typer.Option("--format", help="how to print the bodies")] = Format.TEXT,
    out: Annotated[
        Path | None, typer.Option(help="a folder for the bodies; with jsonl, a file")
    ] = None,
    ledger_file: Annotated[
        Path | None, typer.Option("--ledger", help="a file for all removals and changes, as JSONL")
    ] = None,
    policy_text: PolicyText = "",
    language: Language = None,
    engine: EffortOption = Effort.THOROUGH,
) -> int:
    """Print the clean body of each document."""
    tally, wanted = Tally(), _policy(policy_text, form)
    found = inputs.find(paths, tally.miss)
    with open_output(form, out, found) as put, open_ledger(ledger_file) as enter:
        for name, article in _cleaned(inputs.read(found, tally.miss), wanted, language, engine):
            tally.see(name, article)
            put(name, article)
            enter(name, article)
    return tally.exit()


@app.command()
def explain(
    paths: Paths,
    policy_text: PolicyText = "",
    language: Language = None,
    engine: EffortOption = Effort.THOROUGH,
) -> int:
    """Print each document with the reasons in its margin."""
    tally = Tally()
    documents = inputs.read(inputs.find(paths, tally.miss), tally.miss)
    for name, article in _cleaned(documents, _policy(policy_text), language, engine):
        tally.see(name, article)
        terminal.show(explanation_of(article), name)
    return tally.exit()


@app.command()
def rules(
    word: Annotated[str, typer.Argument(metavar="[WORD]", help="only rules with it")] = "",
) -> int:
    """List the rules, how far each is trusted, an example."""
    found = [entry for entry in rulebook() if word.lower() in " ".join(entry).lower()]
    if not found:
        complain(f"no rule has “{word}” in its name, its words or its example")
        return Exit.NOTHING
    terminal.table(("rule", "trusted as", "finds", "for example"), found)
    return Exit.OK


@app.command(name="what-if")
def what_if(
    path: Annotated[str, typer.Argument(help="a source, or the folder of finished results")],
    rule: Annotated[
        Path | None, typer.Option(help="phrases to add, in a file named for a category: promo.toml")
    ] = None,
    policy_text: PolicyText = "",
    sites: Annotated[str, typer.Option(help="the folder of the site profiles")] = "sites",
    show: Annotated[int, typer.Option(help="how many differences to print")] = 20,
) -> int:
    """Show what other phrases or another policy would change."""
    from flows import what_if as flow

    found, wanted, more = flow.Difference(), _policy(policy_text), _phrases(rule)
    for changed in flow.changes(path, found, Policy(), wanted, more, sites):
        if len(found.changed) <= show:
            print(changed.diff)
    print(found)
    return Exit.OK


@app.command(add_help_option=False, context_settings=PASSED_ON)
def run(context: typer.Context) -> int:
    """Clean a whole source through the Prefect flow."""
    from flows import command

    return _pass_on(command.app, context)


def _pass_on(command: typer.Typer, context: typer.Context) -> int:
    """Let the command of a flow take over, with the words that followed its name."""
    name = f"cleancopy {context.info_name}"
    return command(args=context.args or ["--help"], prog_name=name, standalone_mode=False) or 0


@dataclass
class Tally:
    """How many documents gave a body, for the exit code; whoever gave none is named at once."""

    bodies: int = 0
    others: int = 0

    def see(self, name: str, article: Article) -> None:
        """Count an article and say what a user must know of it."""
        self.bodies += bool(article.body)
        if article.status == "failed":
            self.miss(name, "; ".join(article.page.notes))
        elif not article.body:
            self.miss(name, "no body was left")
        elif article.status == "doubtful":
            complain(f"{name}: doubtful, so much went; see cleancopy explain {name}")

    def miss(self, name: str, why: str) -> None:
        """Count a document that gave no body and say why."""
        self.others += 1
        complain(f"{name}: {why}")

    def exit(self) -> Exit:
        """What to answer the shell with."""
        if not self.bodies:
            return Exit.NOTHING
        return Exit.INCOMPLETE if self.others else Exit.OK


def _phrases(file: Path | None) -> Phrasebook | None:
    """The phrases in a user's file, held to their examples."""
    if file is None:
        return None
    book = phrasebook.load(file)
    prove(book)
    return book


def _policy(text: str, form: Format = Format.TEXT) -> Policy:
    """The policy that an option or the file it names asks for."""
    wanted = policy.parse(policy_in(text))
    return replace(wanted, output="markdown") if form is Format.MARKDOWN else wanted


def _cleaned(
    documents: Iterable[Document], wanted: Policy, language: str | None, effort: Effort
) -> Iterator[tuple[str, Article]]:
    """The article of each document with its name, in order."""
    stated = (replace(each, language=each.language or language) for each in documents)
    given, named = tee(stated)
    articles = clean_many(given, policy=wanted, engine=effort.value)
    for document, article in zip(named, articles, strict=True):
        yield str(document.id), article
