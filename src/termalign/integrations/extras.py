"""The error that an integration raises if its library is not installed."""

from termalign.extras import how_to_install


def missing(library: str, extra: str | None = None) -> ImportError:
    """Return the error to raise if `library` cannot be imported.

    `extra` is the extra that installs it, by default one of the same name.

    Examples
    --------
    >>> str(missing("pandas"))
    'termalign.integrations.pandas needs pandas: in a clone, ./install pandas; elsewhere, pip install "termalign[pandas]"'
    """
    extra = extra or library
    return ImportError(
        f"termalign.integrations.{extra} needs {library}: {how_to_install(extra)}",
        name=library,
    )
