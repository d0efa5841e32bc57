"""The import rule of the rooms, as a contract of import-linter: nobody outside a package imports its inner files."""

from __future__ import annotations

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class RoomsContract(Contract):
    """Every package under `root` is entered by its door, the package itself."""

    type_name = "rooms"
    root = fields.StringField()

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Kept unless a module imports `root.package.inner` from outside `root.package`."""
        broken = []
        for importer in sorted(graph.modules):
            for imported in sorted(graph.find_modules_directly_imported_by(importer)):
                room = self._room(imported)
                if room and imported != room and self._room(importer) != room:
                    broken.append(f"{importer} reaches past {room} to {imported}")
        return ContractCheck(kept=not broken, metadata={"broken": broken})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """A line for each import that is not by the door."""
        for line in check.metadata["broken"]:
            output.print_error(line)

    def _room(self, module: str) -> str:
        """The package directly under the root that a module is in; the module itself for one at the top."""
        return ".".join(module.split(".")[:2]) if module.startswith(f"{self.root}.") else ""
