"""What a command says of a problem, and what it answers the shell with."""

import sys
from enum import IntEnum


class Exit(IntEnum):
    """The answer to the shell; incomplete is a body that is missing, or a run."""

    OK = 0
    INCOMPLETE = 1
    USAGE = 2
    NOTHING = 3
    INTERRUPTED = 130


def complain(message: str) -> None:
    """One line on the error stream."""
    print(f"cleancopy: {' '.join(message.split())}", file=sys.stderr)


def told(problem: Exception) -> str:
    """An error in words: where, then what; the number that the system gives its errors is left
    out.
    """
    if isinstance(problem, OSError) and problem.strerror:
        where = f"{problem.filename}: " if problem.filename else ""
        return f"{where}{problem.strerror}"
    return str(problem)
