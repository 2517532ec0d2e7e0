# Everything is run from here. `make` alone says what there is.
# Needs git, make and any Python 3.8 or newer; tools/bootstrap.py brings the rest.

# Looked up before .venv/bin comes first on PATH: bootstrap must not run inside what it makes.
ifndef PYTHON
PYTHON := $(shell command -v python3 || command -v python)
endif
RUN := .venv/bin/python

# A private Node, where bootstrap had to bring one, and then the environment's own commands.
# Material announces its end of life at every build; whoever keeps this project knows.
export NO_MKDOCS_2_WARNING := 1
# The day that a build says it was made: that of the last change to the site, not of the build.
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct -- docs decision_trees overrides src mkdocs.yml)
export PATH := $(CURDIR)/.cache/node/bin:$(CURDIR)/.venv/bin:$(PATH)

# A file of tests at a time on each core: what the tests of one file share is made once. In the order of
# their names: files with few tests take the longest, and would else come last, one core waiting.
SIDE_BY_SIDE := --numprocesses=auto --dist=loadfile --no-loadscope-reorder

.DEFAULT_GOAL := help
.PHONY: help serve build test test-fast check fix bench fuzz bundle lock clean site-tools test-tools bench-tools

help: ## say what there is
	@echo "make TARGET, where TARGET is one of:"
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

serve: bundle ## show the site on this machine and rebuild it at every change (PORT=8000, HOST=127.0.0.1)
	@$(RUN) tools/serve.py

build: bundle ## build the whole site into site/; any warning is an error
	@$(RUN) -m mkdocs build --strict --clean

test: test-tools check bundle ## everything: the checks and every test, real browsers included
	@$(RUN) -m pytest $(SIDE_BY_SIDE)

test-fast: bundle ## the tests that need no browser and little time
	@$(RUN) -m pytest $(SIDE_BY_SIDE) -m "not browser and not slow"

check: site-tools ## style, types, import order, and every tree
	@$(RUN) tools/check.py

fix: site-tools ## put style in order, where a tool can
	@$(RUN) -m ruff check --fix-only --quiet
	@$(RUN) -m ruff format

bench: bench-tools bundle ## measure every speed claim (RUNS=15, ONLY=startup,clicks) into docs/performance.md
	@$(RUN) -m benchmarks

fuzz: test-tools ## check 100,000 files with slips or worse (INPUTS=100000, SEED=1)
	@$(RUN) -m tests.fuzz $(or $(INPUTS),100000) $(or $(SEED),1)

bundle: site-tools ## make what the reader's browser runs, if it is out of date
	@$(RUN) -m trees.browser.runtime

lock: site-tools ## take the newest allowed versions into every lock
	@$(RUN) tools/lock.py

clean: ## remove everything that make has made
	@rm -rf .cache .venv node_modules site dist src/trees/browser/_bundle src/trees/browser/_code src/trees/browser/_file src/trees/browser/_parts src/trees/browser/_playground

site-tools:
	@$(PYTHON) tools/bootstrap.py site

test-tools:
	@$(PYTHON) tools/bootstrap.py tests

bench-tools:
	@$(PYTHON) tools/bootstrap.py bench
