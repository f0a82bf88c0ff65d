"""termalign in other people's tools: a file a tool, each with an extra of its own (``pip install "termalign[pandas]"``).

Nothing here is imported unless it is asked for by name: ``import termalign.integrations.pandas``.
"""
