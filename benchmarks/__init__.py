"""Measurements, kept beside their results. `python -m benchmarks` runs them all; none of them is a test."""
