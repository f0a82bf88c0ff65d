"""What an integration says where its library is not installed."""


def missing(library: str, extra: str | None = None) -> ImportError:
    """The error to raise where `library` cannot be imported; `extra` brings it, and is named as it if not given.

    Examples
    --------
    >>> str(missing("pandas"))
    'termalign.integrations.pandas needs pandas, which is not installed: pip install "termalign[pandas]"'
    """
    extra = extra or library
    return ImportError(
        f'termalign.integrations.{extra} needs {library}, which is not installed: pip install "termalign[{extra}]"',
        name=library,
    )
