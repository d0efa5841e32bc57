"""The version of the program, which a digest names."""

__version__ = "0.1.0"
