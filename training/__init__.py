"""The judges, rebuilt from labelled events: not part of the program that is installed."""
