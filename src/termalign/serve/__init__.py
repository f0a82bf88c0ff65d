"""A page to try termalign in a browser: a server for this machine, and the JSON that the page speaks with it.

The process that listens reads no text; other processes do the work, and are ended where somebody no longer waits for it.
"""

from termalign.serve.server import Server

__all__ = ["Server"]
