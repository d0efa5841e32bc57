# Python 3.11 or newer and make are all that is needed; everything else goes into .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test check bench clean examples pictures man audit sbom build

$(BIN)/summarize: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; name it with make PYTHON=…")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@

demo: $(BIN)/summarize
	$(BIN)/summarize demo

check: $(BIN)/summarize
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

test: check
	$(BIN)/python -m pytest

bench: $(BIN)/summarize
	$(BIN)/python -m benchmarks

# Known faults in the versions that were tested; asks the network, and fails where it has no answer.
audit: $(BIN)/summarize
	$(BIN)/python -m pip install --quiet pip-audit
	$(BIN)/python -m pip_audit --requirement requirements.lock --no-deps --disable-pip --strict

# What the program consists of, with versions and licences (CycloneDX).
sbom: $(BIN)/summarize
	$(BIN)/python .ci/sbom.py dist/summarize.cdx.json

build: sbom
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache

# The digests beside the examples, what a terminal of 80 and 120 columns shows, and one file a format; tests compare them.
examples: $(BIN)/summarize
	cd examples && for name in */; do ../$(BIN)/summarize run $${name%/} -o $${name%/}.md --quiet; done
	cd examples && for width in 80 120; do COLUMNS=$$width ../$(BIN)/summarize run harbour-bridge --quiet > ../tests/golden/harbour-bridge.$$width.txt; done
	cd examples && for suffix in json html csv jsonld docx eml; do ../$(BIN)/summarize run harbour-bridge --quiet -o ../tests/golden/harbour-bridge.$$suffix; done
	cd examples && for suffix in md html txt; do COLUMNS=80 ../$(BIN)/summarize run harbour-bridge --voices --quiet -o ../tests/golden/harbour-bridge.voices.$$suffix; done
	$(BIN)/python tests/notebook.py

# The manual page, from the help of the commands; a test compares it.
man: $(BIN)/summarize
	$(BIN)/python docs/manpage.py

# The pictures of the README.
pictures: $(BIN)/summarize
	$(BIN)/python docs/pictures.py
