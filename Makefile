# Everything a newcomer needs is `make demo` and `make test`; `make help` lists the rest.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
RECORD := demo.db
LEGATION := LEGATION_RECORD=$(RECORD) $(BIN)/legation
SETS := plover attribution dates visits reports
N ?= 20
ARGS ?=

.DELETE_ON_ERROR:
.PHONY: help demo test check lint types tests format faults corpus-check bench docs lock size wheel clean

help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(VENV)/.demo  ## read examples/reports into demo.db and show the timeline
	@rm -f $(RECORD) $(RECORD)-wal $(RECORD)-shm
	$(LEGATION) read examples/reports
	$(LEGATION) timeline
	@printf '\nNext:\n  source %s/activate && export LEGATION_RECORD=%s\n' $(BIN) $(RECORD)
	@printf '  legation timeline --between EGY TUR\n  legation statements --by Blinken\n  legation --help\n'

test: check  ## everything that continuous integration checks: style, types, tests with coverage, docs

check: lint types tests  ## the same as test

lint: $(VENV)/.test  ## style and formatting only
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(VENV)/.test  ## types only
	$(BIN)/mypy

tests: $(VENV)/.test  ## tests only; ARGS="-k word" narrows them, then without the coverage floor
	$(BIN)/python -m pytest $(if $(ARGS),$(ARGS),-q --cov --cov-report=term:skip-covered)

format: $(VENV)/.test  ## put the code into its format
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

faults: $(VENV)/.test  ## kill a read at N random moments and check that the record is whole each time
	$(BIN)/python -m tests.faults --times $(N)

corpus-check: $(VENV)/.test  ## check our annotated reports: markup, tables, dates, ids, repeated passages
	$(BIN)/python -m training.corpus check

bench: $(VENV)/.test  ## run and score the benchmarks on the data sets in DATA=folder (see benchmarks/README.md)
	@test -d "$(DATA)" || { echo 'make bench DATA=folder: the folder that holds $(SETS)'; exit 2; }
	@mkdir -p build/bench
	@for set in $(SETS); do \
	  gold=$$(ls "$(DATA)/$$set/dev.jsonl" "$(DATA)/$$set/dev.jsonl.gz" 2>/dev/null | head -n 1); \
	  if [ -z "$$gold" ]; then echo "$$set: no data in $(DATA)/$$set, passed over"; continue; fi; \
	  echo "== $$set"; \
	  $(BIN)/python -m benchmarks.$$set "$$gold" > build/bench/$$set.jsonl || exit 1; \
	  if [ -f "$(DATA)/$$set/score.py" ]; then \
	    $(BIN)/python "$(DATA)/$$set/score.py" "$$gold" build/bench/$$set.jsonl || exit 1; fi; \
	done

docs: $(VENV)/.test  ## bring docs/cli.md and the output shown in README.md up to date
	$(BIN)/python -m docs.refresh

wheel: $(VENV)/.test  ## build the wheel into dist/
	$(BIN)/python -m hatchling build -t wheel

size: $(VENV)/.test  ## install the package alone into a fresh environment and say how large that is
	@rm -rf build/size && $(PYTHON) -m venv build/size
	@build/size/bin/python -m pip install --quiet --disable-pip-version-check .
	@$(BIN)/python -m benchmarks.size build/size

lock:  ## renew requirements/*.txt from pyproject.toml and requirements/*.in (needs uv)
	uv pip compile --quiet --upgrade --universal --generate-hashes --python-version 3.11 --no-header --no-annotate \
	  pyproject.toml requirements/demo.in -o requirements/demo.txt
	uv pip compile --quiet --upgrade --universal --generate-hashes --python-version 3.11 --no-header --no-annotate \
	  pyproject.toml requirements/demo.in requirements/test.in -c requirements/demo.txt -o requirements/test.txt

clean:  ## remove the virtual environment, the demo's record and everything built
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .coverage $(RECORD) $(RECORD)-wal $(RECORD)-shm

# The package itself is installed so that edits take effect at once; a stamp says what is installed already.
$(VENV)/.%: requirements/%.txt pyproject.toml | $(BIN)/python
	@echo 'Installing requirements/$*.txt into $(VENV) (a minute, once)'
	$(PIP) --require-hashes -r $<
	$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo 'Python 3.11 or newer is needed: make PYTHON=python3.12 ...'; exit 2; }
	$(PYTHON) -m venv $(VENV)
