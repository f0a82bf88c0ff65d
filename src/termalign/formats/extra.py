"""Imports of libraries that only some formats need."""

from importlib import import_module
from types import ModuleType

from termalign.extras import how_to_install


def required(module: str, what: str) -> ModuleType:
    """Import the library `module`, or raise an ImportError that says how to install it."""
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        if error.name != module:
            raise
        message = f"{what} needs {module}: {how_to_install('formats')}"
        raise ImportError(message, name=module) from None
