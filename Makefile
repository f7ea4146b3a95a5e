# To kommandoer er nok: «make eksempel» og «make test». Begge lager det de trenger i .venv.
# Annen Python:  make test PYTHON=python3.13

PYTHON ?= python3
MILJO  := .venv
BIN    := $(MILJO)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --no-input --quiet

# De samme versjonene av alt, også av det som bygger pakken (det nye og det gamle navnet i pip).
export PIP_CONSTRAINT       := krav.txt
export PIP_BUILD_CONSTRAINT := krav.txt
# Norske bokstaver i filer og på skjermen uansett hvordan maskinen er satt opp.
export PYTHONUTF8 := 1
export NO_MKDOCS_2_WARNING := 1

.PHONY: eksempel test kontroll test-nettleser docs vis bench oppdater format dekning ren hjelp
.DEFAULT_GOAL := hjelp

hjelp:
	@echo "make eksempel   regn ut de to eksemplene: uføretrygd (p4.toml) og AAP (p1.toml)"
	@echo "make test       lint, typer, regelsjekk og tester"
	@echo "make kontroll   bare lint, typer og regelsjekk"
	@echo "make test-nettleser   sidene i en ekte nettleser: ett ark, skjermleser, samme tall"
	@echo "make docs       bygg dokumentasjonen i site/"
	@echo "make vis        vis dokumentasjonen i nettleseren, fra denne maskinen"
	@echo "make bench      mål farten, og skriv docs/for-utviklere/ytelse.md"
	@echo "make oppdater   skriv svarene i README.md, docs/ og fasiten for personene på nytt"
	@echo "make format     rett det ruff kan rette selv"
	@echo "make dekning    hvor mye av koden testene går gjennom"
	@echo "make ren        slett miljøet og alt som er laget"

eksempel: $(MILJO)/.pakke rules/ferdig.jsonl
	@$(BIN)/ytelsesrad regn docs/eksempler/p4.toml
	@echo
	@echo "────────────────────────────────────────────────────────────────────────────────────────────────────"
	@echo
	@$(BIN)/ytelsesrad regn docs/eksempler/p1.toml

# NETTSTED=site ser på sidene slik de er bygd, i stedet for å bygge dem på nytt.
test: kontroll
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

kontroll: $(MILJO)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/ytelsesrad regler sjekk

# De to filene som tar lengst tid, begynner: da blir begge kjernene ferdige omtrent samtidig.
test-nettleser: $(MILJO)/.nettleser $(MILJO)/.provselv
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder \
	  tests/nettleser/test_sidene.py tests/nettleser/test_prov_selv.py tests/nettleser

docs: $(MILJO)/.docs $(MILJO)/.provselv
	$(BIN)/mkdocs build --strict
	@echo "Ferdig. Åpne site/index.html."

# VIS=9000 gir en annen port.
VIS ?= 8000
vis: docs
	@echo "Sidene er på http://127.0.0.1:$(VIS)/ (bare på denne maskinen). Ctrl+C stopper."
	@$(BIN)/python -m http.server $(VIS) --bind 127.0.0.1 --directory site >/dev/null 2>&1 || { \
	  echo "Fikk ikke vist sidene. Rett: er port $(VIS) opptatt, skriv  make vis VIS=8001" >&2; exit 2; }

bench: $(MILJO)/.pakke rules/ferdig.jsonl
	$(BIN)/python -m benk.maal

oppdater: $(MILJO)/.test
	$(BIN)/python verktoy/oppdater_readme.py
	$(BIN)/python verktoy/oppdater_skjema.py
	$(BIN)/python verktoy/oppdater_uforetrygd.py
	$(BIN)/python verktoy/oppdater_betalinger.py
	$(BIN)/python -m tests.situasjon.noklene
	$(BIN)/python -m tests.eksempler.fasit

format: $(MILJO)/.test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

dekning: $(MILJO)/.test
	$(BIN)/coverage run -m pytest
	$(BIN)/coverage report

ren:
	rm -rf $(MILJO) site build dist htmlcov .coverage .mypy_cache .pytest_cache .ruff_cache .hypothesis

# ── Miljøet. Hver merkefil sier at et trinn er gjort, så det ikke gjøres om igjen. ───────────────

$(MILJO)/.grunn:
	@command -v $(PYTHON) >/dev/null 2>&1 || { \
	  echo "Fant ikke «$(PYTHON)». ytelsesrad trenger Python 3.11 eller nyere." >&2; \
	  echo "Rett: installer Python, eller si hvor den er:  make $(MAKECMDGOALS) PYTHON=/sti/til/python3" >&2; \
	  exit 2; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "ytelsesrad trenger Python 3.11 eller nyere. «$(PYTHON)» er $$($(PYTHON) --version 2>&1)." >&2; \
	  echo "Rett: make $(MAKECMDGOALS) PYTHON=python3.13" >&2; \
	  exit 2; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
	  echo "«$(PYTHON)» mangler venv, som lager miljøet i $(MILJO)." >&2; \
	  echo "Rett: sudo apt install python3-venv     (Debian og Ubuntu)" >&2; \
	  exit 2; }
	@$(PYTHON) -m venv $(MILJO)
	@touch $@

$(MILJO)/.pakke: $(MILJO)/.grunn pyproject.toml krav.txt
	@echo "Setter opp miljøet i $(MILJO) (bare første gang) …" >&2
	@$(PIP) install --editable .
	@touch $@

# Reglene ferdig lest. Er filen eldre enn reglene, brukes den ikke, og alt går litt saktere.
rules/ferdig.jsonl: $(MILJO)/.pakke $(wildcard rules/*.toml rules/*/*.toml)
	@$(BIN)/ytelsesrad regler lagre >/dev/null

$(MILJO)/.test: $(MILJO)/.pakke
	@echo "Henter testverktøyene (bare første gang) …" >&2
	@$(PIP) install --editable '.[test]'
	@touch $@

$(MILJO)/.pdf: $(MILJO)/.pakke
	@$(PIP) install --editable '.[pdf]'
	@touch $@

$(MILJO)/.chromium: $(MILJO)/.grunn tests/nettleser/package-lock.json
	@command -v npm >/dev/null 2>&1 || { \
	  echo "Fant ikke npm, som trengs for å prøve sidene i en nettleser." >&2; \
	  echo "Rett: installer Node 20 eller nyere." >&2; exit 2; }
	@command -v chromium >/dev/null 2>&1 && fc-list | grep -q Liberation || { \
	  echo "Henter nettleseren (bare første gang) …" >&2; \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
	    --no-install-recommends chromium fonts-liberation fontconfig libpangoft2-1.0-0 \
	    libharfbuzz-subset0 >/dev/null; } || { \
	  echo "Fikk ikke installert chromium. Rett: sudo apt install chromium fonts-liberation" >&2; exit 2; }
	@npm ci --prefix tests/nettleser --ignore-scripts --no-audit --no-fund --silent
	@touch $@

$(MILJO)/.nettleser: $(MILJO)/.test $(MILJO)/.pdf $(MILJO)/.chromium
	@touch $@

# Python for nettleseren og pakkene der, til siden «Prøv selv». Begge deler hentes med kontrollsum.
PROVSELV := verktoy/nettsted/prov_selv
$(MILJO)/.provselv: $(MILJO)/.pakke $(PROVSELV)/package-lock.json $(PROVSELV)/krav-nettleser.txt
	@command -v npm >/dev/null 2>&1 || { \
	  echo "Fant ikke npm, som henter Python for nettleseren." >&2; \
	  echo "Rett: installer Node 20 eller nyere." >&2; exit 2; }
	@echo "Henter det som trengs for å regne i nettleseren (bare første gang) …" >&2
	@npm ci --prefix $(PROVSELV) --ignore-scripts --no-audit --no-fund --silent
	@rm -rf $(MILJO)/prov-selv
	@PIP_CONSTRAINT= $(PIP) download --no-deps --require-hashes --only-binary :all: \
	  --python-version 314 --implementation cp --abi cp314 --abi none \
	  --platform pyemscripten_2026_0_wasm32 --platform any \
	  --dest $(MILJO)/prov-selv --requirement $(PROVSELV)/krav-nettleser.txt
	@$(BIN)/python -c 'import hatchling' 2>/dev/null || $(PIP) install hatchling
	@touch $@

$(MILJO)/.docs: $(MILJO)/.pakke
	@echo "Henter det som bygger dokumentasjonen (bare første gang) …" >&2
	@$(PIP) install --editable '.[docs]'
	@touch $@

# Alt pip henter, på én gang: én pakke å bygge og ett regnestykke over hva som passer sammen.
$(MILJO)/.alt: $(MILJO)/.grunn pyproject.toml krav.txt
	@echo "Henter alt pip skal hente (bare første gang) …" >&2
	@$(PIP) install --editable '.[dev]'
	@touch $(MILJO)/.pakke $(MILJO)/.test $(MILJO)/.pdf $(MILJO)/.docs $@
