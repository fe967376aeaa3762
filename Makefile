# The two commands of a newcomer: make run, make test. Needed beforehand: Python 3.11 or newer, git, make.
# Every target that needs libraries sets them up first; what is done already is not done again.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
SHARED ?= ../shared
JOBS   ?= $(shell nproc 2>/dev/null || echo 2)

# Stamps carry a checksum of what they stand for: a changed lock sets up again, an unchanged one does nothing.
sum = $(firstword $(shell cat $(1) | cksum))
RUN_STAMP := $(VENV)/.run-$(call sum,pyproject.toml requirements.in requirements.lock)
DEV_STAMP := $(VENV)/.dev-$(call sum,pyproject.toml requirements.in requirements-dev.lock)
MESSAGES  := $(patsubst %.po,%.mo,$(wildcard service/*/translations/*/LC_MESSAGES/*.po service/translations/*/LC_MESSAGES/*.po))

# uv is quick; where it cannot be had, pip does the same from the same locks.
install = if [ -x $(BIN)/uv ]; then $(BIN)/uv pip install -q -p $(VENV) $(1); \
          else $(BIN)/python -m pip install -q --disable-pip-version-check $(1); fi

.DEFAULT_GOAL := help
.PHONY: help setup dev run test lint format gold bench screenshots soak load lock clean

help: ## list the targets
	@awk -F':.*## ' '/^[a-z]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(RUN_STAMP) $(MESSAGES) ## virtual environment and libraries; after it .venv/bin/tuzetu works

dev: $(DEV_STAMP) $(MESSAGES)

run: setup ## start the service with its demonstration (PORT, TUZETU_DATABASE_URL, TUZETU_DATA are honoured)
	@exec $(BIN)/tuzetu serve --demo

test: lint ## every check: lint, then all tests on SQLite and PostgreSQL and in a browser
	@$(BIN)/python -m pytest -q -n $(JOBS) --dist loadfile

lint: dev ## ruff (rules and layout), mypy --strict, import contracts
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

format: dev ## lay out the code with ruff
	@$(BIN)/ruff check -q --fix-only
	@$(BIN)/ruff format

gold: dev ## score this build on the real texts in ../shared
	@$(BIN)/python tests/gold.py $(SHARED)

bench: dev ## speed and size beside named peers; writes bench/RESULTS.md
	@$(BIN)/python -m bench.run

screenshots: dev ## remake the pictures in docs/screenshots
	@$(BIN)/python tools/screenshots.py

soak: dev ## the laws of text and operations, each held on 50,000 generated cases (about an hour; what breaks one is printed)
	@nice $(BIN)/python -m pytest -q -n $(JOBS) -m law --hypothesis-profile=soak -o faulthandler_timeout=0

load: dev ## forty people at once on SQLite and PostgreSQL (SECONDS=60); writes its section of bench/RESULTS.md
	@$(BIN)/python -m bench.loading --seconds $(or $(SECONDS),60)

lock: dev ## renew the locks from requirements.in and requirements-dev.in
	@$(BIN)/uv pip compile -q --universal --generate-hashes --no-annotate --custom-compile-command "make lock" \
		requirements.in -o requirements.lock
	@$(BIN)/uv pip compile -q --universal --generate-hashes --no-annotate --custom-compile-command "make lock" \
		requirements.in requirements-dev.in -c requirements.lock -o requirements-dev.lock

clean: ## remove what set-up and tests made (not your data)
	@rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis build dist *.egg-info $(MESSAGES)

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
		|| { echo "Python 3.11 or newer is needed; '$(PYTHON)' is not it. Try: make PYTHON=python3.11 ..."; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
		|| { echo "python3-venv is missing: install it (on Debian: apt-get install python3-venv) and call make again."; exit 1; }
	@echo "Making the virtual environment $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)

$(BIN)/.uv-asked: | $(BIN)/python
	@awk '/^[^ ]/ {ours = /^uv==/} ours' requirements-dev.lock > $(VENV)/uv.txt
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r $(VENV)/uv.txt 2>/dev/null \
		|| echo "uv cannot be had here; installing with pip, which is slower."
	@touch $@

$(RUN_STAMP): | $(BIN)/.uv-asked
	@echo "Setting up the libraries in $(VENV) ..."
	@$(call install,--require-hashes -r requirements.lock)
	@$(call install,--no-deps --no-build-isolation -e .)
	@rm -f $(VENV)/.run-* && touch $@

$(DEV_STAMP): $(RUN_STAMP)
	@echo "Setting up what tests and checks need ..."
	@$(call install,--require-hashes -r requirements-dev.lock)
	@rm -f $(VENV)/.dev-* && touch $@

%.mo: %.po | $(RUN_STAMP)
	@$(BIN)/pybabel -q compile -i $< -o $@
