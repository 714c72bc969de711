# Sets itself up: python3 (3.11 or newer), pip and make are all that must be there.
#
#   make run                          clean the fixtures through the flow, print a summary
#   make run IN='news/**/*.html' OUT=clean
#   make test                         all tests but those that start servers
#   make test-e2e, make test-all      those that start servers; all of them
#   make lint, make format            ruff and mypy
#   make serve                        a Prefect server with the deployments; PORT=4300 moves it

PYTHON ?= python3
VENV   ?= .venv
IN     ?= fixtures/*/raw.*
OUT    ?= out
PORT   ?= 4200

BIN    := $(VENV)/bin
READY  := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help setup run test test-e2e test-all serve lint format clean

help:
	@sed -n 's/^#   //p' $(firstword $(MAKEFILE_LIST))

setup: $(READY)

# pip is run from outside, because Debian's venv has none; Prefect starts three times faster from
# bytecode, which some machines are told not to write by themselves.
$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv --without-pip $(VENV)
	$(PYTHON) -m pip --python $(BIN)/python install --quiet -c constraints.txt -e '.[dev]'
	$(BIN)/python -m compileall -q $(VENV)/lib
	@touch $@

run: $(READY)
	$(BIN)/cleancopy run '$(IN)' '$(OUT)'

test: $(READY)
	$(BIN)/python -m pytest -m 'not e2e'

test-e2e: $(READY)
	$(BIN)/python -m pytest -m e2e

test-all: $(READY)
	$(BIN)/python -m pytest

serve: $(READY)
	$(BIN)/python -m flows.serve --port $(PORT)

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf $(VENV) out .pytest_cache .mypy_cache .ruff_cache .hypothesis *.egg-info
