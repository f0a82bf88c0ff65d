"""Integrations with other libraries, each in a module with its own extra (``pip install "termalign[pandas]"``).

An integration must be imported by name: ``import termalign.integrations.pandas``.
"""
