"""Every implementation goes by its name."""

from __future__ import annotations

import json
from importlib.metadata import EntryPoint, EntryPoints

import pytest

from summarize import registry
from summarize.errors import UnknownName


@pytest.mark.parametrize("kind", ["readers", "encoders", "clusterers", "rankers", "renderers"])
def test_every_row_of_a_table_can_be_loaded(kind):
    for name in registry.names(kind):
        assert callable(registry._load(kind, name))


def test_other_packages_are_searched_once_and_not_for_what_is_built_in(monkeypatch):
    searches = []

    def entry_points():
        searches.append(1)
        return EntryPoints([EntryPoint("mine", "json:loads", "summarize.encoders")])

    monkeypatch.setattr("importlib.metadata.entry_points", entry_points)
    registry._plugins.cache_clear()
    try:
        registry.check("encoders", "use")
        assert not searches
        assert registry.names("encoders") == (*registry.TABLES["encoders"], "mine")
        assert registry.encoder("mine") is json.loads
        assert registry.suffixes() == set(registry.TABLES["readers"])
        assert len(searches) == 1
    finally:
        registry._plugins.cache_clear()


def test_an_unknown_row_is_refused():
    with pytest.raises(UnknownName):
        registry.encoder("usee")
