"""What can go wrong, split by whose fault it is; each error carries the facts."""


class CleaningError(Exception):
    """Base of all our errors; carries the document id when there is one."""

    def __init__(self, problem: str, document: str | None = None) -> None:
        self.problem = problem
        self.document = document
        super().__init__(f"{document}: {problem}" if document else problem)


class BadInput(CleaningError):
    """The scraper's fault: these bytes cannot be read as the stated type."""


class BadRule(CleaningError):
    """Our fault, or a plugin's: a phrase, a regex or a table is malformed. Raised while loading."""


class BadPolicy(CleaningError):
    """The caller's fault: a policy names a category, a treatment or a setting that does not
    exist.
    """
