# The door for newcomers. `make` alone lists what there is.

PORT ?= 8000
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help setup run test lint bench docs lock clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-7s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## install everything into .venv; nothing to do takes no time
	@tools/setup run

run: setup ## install, create the demo town if there is none, serve it (PORT=8000)
	@$(BIN)/mingzhi run --port $(PORT)

test: ## install what tests need and run them all, on SQLite and on PostgreSQL (ARGS= for pytest)
	@tools/test $(ARGS)

lint: ## ruff, the floors of the house, types
	@tools/lint

bench: setup ## measure speed against its floors (NAMES="page actions writers")
	@$(BIN)/mingzhi bench $(NAMES)

docs: setup ## write docs/provisions.md and docs/actions.md anew
	@tools/generate-docs

lock: ## resolve dependencies anew into requirements/*.txt, with hashes
	@tools/lock

clean: ## remove what can be made again; never the data of an installation
	@tools/clean
