"""Integrations with other libraries, each with its own extra (``./install pandas`` in a clone).

Import an integration by name: ``import termalign.integrations.pandas``.
"""
