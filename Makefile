# Everything a developer calls. `make run` and `make test` do all the set-up themselves.
.DEFAULT_GOAL := help
.PHONY: help setup run test lint format bench faults pictures lock

bin := .venv/bin
pytest := $(bin)/python -m pytest

help:
	@echo "make run      set up what is missing, then start Boardroom"
	@echo "make test     set up what is missing, then check everything: formatting, ruff, mypy, imports, tests"
	@echo "make setup    the set-up alone; a second call does nothing"
	@echo "make format   put the source into the house's format"
	@echo "make bench    measure speed and memory; writes docs/benchmarks.md (several minutes)"
	@echo "make pictures draw every page into docs/pictures, in every colouring and size"
	@echo "make faults   the long rounds of kill -9 and of random examples (several minutes)"
	@echo "make lock     write packaging/*.txt anew from packaging/*.in (newest versions: make lock UPGRADE=--upgrade)"

setup:
	@PYTHON="$(PYTHON)" packaging/setup.sh

run: setup
	@$(bin)/python main.py

lint: setup
	$(bin)/ruff format --check
	$(bin)/ruff check
	$(bin)/mypy
	$(bin)/lint-imports --no-logo

# In three goes: windows of earlier tests make later ones slow. The tests hold the migrations' drift check too. The same random examples each time: the gate gives one answer.
test: lint
	BOARDROOM_EXAMPLES=same $(pytest) -n auto --maxprocesses 8 --ignore tests/ui --ignore tests/journeys
	BOARDROOM_EXAMPLES=same $(pytest) -n auto --maxprocesses 8 tests/journeys
	BOARDROOM_EXAMPLES=same $(pytest) -n auto --maxprocesses 8 tests/ui

format: setup
	$(bin)/ruff check --fix --exit-zero
	$(bin)/ruff format

bench: setup
	$(bin)/python -m tests.benchmarks

pictures: setup
	$(bin)/python packaging/make_pictures.py

faults: setup
	BOARDROOM_ROUNDS=200 BOARDROOM_EXAMPLES=many $(pytest) -n auto --maxprocesses 8 -m "faults or not faults"

lock: setup
	packaging/lock.sh $(UPGRADE)
