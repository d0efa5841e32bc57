"""A short run of the fuzzer: the first cases of one seed obey every law. More with `python -m benchmarks.fuzz`."""

from __future__ import annotations

import pytest

from benchmarks.fuzz import run_case

SEED = 15


@pytest.mark.filterwarnings("default")  # a library's warning about a damaged file is no error of ours
@pytest.mark.parametrize("number", range(40))
def test_a_strange_input_obeys_every_law(number, tmp_path):
    assert run_case(SEED, number, tmp_path)
