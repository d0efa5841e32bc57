"""Measurements that are recorded beside their scripts: `python -m benchmarks [NAME ...]`."""
