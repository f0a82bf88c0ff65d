"""The libraries that only some features need: each belongs to an extra of the package."""


def how_to_install(extra: str) -> str:
    """Return how to install the libraries of an extra, for a message.

    >>> how_to_install("formats")
    'in a clone, ./install formats; elsewhere, pip install "termalign[formats]"'
    """
    return f'in a clone, ./install {extra}; elsewhere, pip install "termalign[{extra}]"'
