# To kommandoer er nok: «make eksempel» og «make test». Hver av dem lager sitt eget miljø i .venv.

PYTHON ?= python3
MILJO  := .venv
BIN    := $(MILJO)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: eksempel test docs bench ren
.DEFAULT_GOAL := eksempel

eksempel: $(MILJO)/.pakke
	@$(BIN)/ytelsesrad regn docs/eksempler/p4.toml

test: $(MILJO)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/ytelsesrad regler sjekk
	$(BIN)/python -m pytest

docs: $(MILJO)/.docs
	$(BIN)/mkdocs build --strict --quiet
	@echo "Sidene ligger i site/. Åpne site/index.html."

bench: $(MILJO)/.pakke
	$(BIN)/python benk/maal.py

ren:
	rm -rf $(MILJO) site .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(MILJO)/.grunn: Makefile
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" || \
	  { echo "ytelsesrad trenger Python 3.11 eller nyere. Rett: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 2; }
	@$(PYTHON) -m venv $(MILJO) || \
	  { echo "Python mangler venv. Rett: sudo apt install python3-venv"; exit 2; }
	@touch $@

$(MILJO)/.pakke: $(MILJO)/.grunn pyproject.toml
	@echo "Setter opp miljøet i $(MILJO) (bare første gang) …"
	@$(PIP) install --editable . --constraint krav.txt
	@touch $@

$(MILJO)/.test: $(MILJO)/.grunn pyproject.toml krav.txt
	@echo "Setter opp miljøet i $(MILJO) (bare første gang) …"
	@$(PIP) install --editable '.[test]' --constraint krav.txt
	@touch $(MILJO)/.pakke $@

$(MILJO)/.docs: $(MILJO)/.grunn pyproject.toml krav.txt
	@echo "Setter opp miljøet i $(MILJO) (bare første gang) …"
	@$(PIP) install --editable '.[docs]' --constraint krav.txt
	@touch $(MILJO)/.pakke $@
