"""An integration without its library says what to install, and nothing else imports any of them."""

import json
import pkgutil
import subprocess
import sys

import termalign.integrations

INTEGRATIONS = {
    "datasets": "datasets",
    "mcp": "mcp",
    "pandas": "pandas",
    "polars": "polars",
    "spacy": "spacy",
    "spark": "pyspark",
}


def python(code: str) -> str:
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", timeout=600)
    assert run.returncode == 0, run.stderr
    return run.stdout


def test_every_integration_is_tested() -> None:
    files = {module.name for module in pkgutil.iter_modules(termalign.integrations.__path__)} | {"__init__"}
    assert set(INTEGRATIONS) <= files
    assert files - set(INTEGRATIONS) == {"__init__", "cells", "frames", "packing", "rows"}


def test_without_its_library() -> None:
    """None in `sys.modules` is how Python itself marks a module that cannot be imported."""
    said = json.loads(
        python(
            "import importlib, json, sys\n"
            "said = {}\n"
            f"for extra, library in {INTEGRATIONS}.items():\n"
            "    sys.modules[library] = None\n"
            "    try: importlib.import_module(f'termalign.integrations.{extra}')\n"
            "    except ImportError as error: said[extra] = str(error)\n"
            "print(json.dumps(said))"
        )
    )
    assert set(said) == set(INTEGRATIONS)
    for extra, message in said.items():
        assert f'in a clone, ./install {extra}; elsewhere, pip install "termalign[{extra}]"' in message
        assert f"needs {INTEGRATIONS[extra]}:" in message


def test_nothing_is_imported_unless_asked_for() -> None:
    loaded = python(
        "import sys, termalign.integrations, termalign.cli; termalign.align('雨', 'rain'); print(*sys.modules)"
    )
    assert set(INTEGRATIONS.values()) & set(loaded.split()) == set()
