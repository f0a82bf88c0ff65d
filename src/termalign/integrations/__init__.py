"""Integrations with other libraries, each in a module with its own extra (``./install pandas`` in a clone).

An integration must be imported by name: ``import termalign.integrations.pandas``.
"""
