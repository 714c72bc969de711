"""The ``cleancopy`` command. All that this package has of files, screens and options stands here,
and nothing of what becomes of a document.
"""

from cleaners.cli.commands import main

__all__ = ["main"]
