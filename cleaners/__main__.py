"""``python -m cleaners`` is the ``cleancopy`` command."""

from cleaners.cli import main

if __name__ == "__main__":
    main()
