"""The version of termalign; the build reads it from here, and importing this module costs nothing."""

__version__ = "0.2.0"
