"""The libraries that only some features need: each belongs to an extra of the package."""


def how_to_install(extra: str) -> str:
    """Return how to install the libraries of an extra, for a message.

    >>> how_to_install("formats")
    'in a clone, ./install formats; elsewhere, pip install "termalign[formats]"'
    """
    return f'in a clone, ./install {extra}; elsewhere, pip install "termalign[{extra}]"'


def missing(library: str, extra: str | None = None, what: str = "") -> ImportError:
    """Return the error to raise if `library` cannot be imported.

    `extra` is the extra that installs it, by default one of the same name, and `what` needs it, by default the integration.

    >>> str(missing("openpyxl", "formats", "an Excel workbook"))
    'an Excel workbook needs openpyxl: in a clone, ./install formats; elsewhere, pip install "termalign[formats]"'
    """
    extra = extra or library
    return ImportError(
        f"{what or f'termalign.integrations.{extra}'} needs {library}: {how_to_install(extra)}", name=library
    )
