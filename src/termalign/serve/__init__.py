"""A server for this machine, with a web page for trying termalign and the JSON API that the page uses.

The listening process does not process texts. Other processes do, and are ended if the client no longer waits for them.
"""

from termalign.serve.server import Server

__all__ = ["Server"]
