"""Every implementation goes by its name."""

from __future__ import annotations

import pytest

from summarize import registry
from summarize.errors import UnknownName


@pytest.mark.parametrize("kind", ["readers", "encoders", "clusterers", "rankers", "renderers"])
def test_every_row_of_a_table_can_be_loaded(kind):
    for name in registry.names(kind):
        assert callable(registry._load(kind, name))


def test_an_unknown_row_is_refused():
    with pytest.raises(UnknownName):
        registry.encoder("usee")
