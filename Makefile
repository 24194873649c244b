# Every target sets up what it needs by itself; a second run takes no set-up time.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ADDRESS ?= 127.0.0.1:8000
SIZES ?= 1400 14000
RUNS ?= 5
NPM = PATH="$(CURDIR)/$(BIN):$$PATH" npm --silent --ignore-scripts --no-audit --no-fund

# Material announces its end of life on every run; README.md says what follows from it.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help

help: ## print this list
	@echo "Pendopo: public agency profiles from YAML. What make can do:"
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 20
	@echo "PENDOPO_DATA=path make build (or serve, check) takes another data folder than data/."

serve: $(VENV)/.build ## show the site on http://127.0.0.1:8000/ and renew it at every edit
	@$(BIN)/mkdocs serve --dev-addr '$(ADDRESS)'

build: $(VENV)/.build ## write the site to site/
	@$(BIN)/mkdocs build --strict

check: $(VENV)/.build ## report every problem of the data folder
	@$(BIN)/pendopo check $(if $(GITHUB_ACTIONS),--format github) "$${PENDOPO_DATA:-data}"

new: $(VENV)/.build ## write a new file with comments to the data folder; KIND=news names its kind
	@$(BIN)/pendopo new $(or $(KIND),--help)

size: $(VENV)/.build ## tell how large the site is, and how near the limits of GitHub Pages
	@$(BIN)/pendopo size

test: $(VENV)/.test ## run every check and every test; ONLY=tests/site/test_planning.py runs that file alone
	@tests/find-browser > /dev/null
ifndef ONLY
	@$(BIN)/ruff check hooks tests benchmarks
	@$(BIN)/ruff format --check hooks tests benchmarks
	@$(BIN)/mypy
endif
	@$(BIN)/python -m pytest $(ONLY)

test-thorough: $(VENV)/.test ## run the tests that can try more, with all that there is to try
	@tests/find-browser > /dev/null
	@$(BIN)/python -m pytest -m "thorough or thorough_only" --thorough $(ONLY)

audit: $(VENV)/.audit ## examine the published pages with axe, Nu, html-validate and Lighthouse
	@PYTHONPATH=tests $(BIN)/python -m audit

bench: $(VENV)/.bench ## measure Pendopo beside other generators, write docs/benchmarks.md
	@$(BIN)/python -m benchmarks run --sizes $(SIZES) --runs $(RUNS)
	@$(BIN)/python -m benchmarks report

bench-nation: $(VENV)/.bench ## measure a tenth of a made-up nation, and all its 91,599 places; takes long
	@$(BIN)/python -m benchmarks run --shape nation --sizes 9000 100000 --runs 1 \
		--without hugo material zensical serve

bench-guard: $(VENV)/.bench ## fail where a build is much slower beside Hugo than is written down; RENEW=1 writes anew
	@$(BIN)/python -m benchmarks guard $(if $(RENEW),--renew)

design: $(VENV)/.test ## serve a page that shows every part of the design once
	@PYTHONPATH=tests $(BIN)/python -m parts

wheel: $(VENV)/.build ## write the package with all that it needs to dist/
	@$(BIN)/python -m hatchling build --target wheel

messages: $(VENV)/.build ## bring the catalogues up to date with the code
	@PYTHONPATH=tests $(BIN)/python -m catalogues

schemas: $(VENV)/.test ## write schema/ anew, which editors complete and check data by
	@PYTHONPATH=tests $(BIN)/python -m schemas

reference: $(VENV)/.test ## write the pages of the guide that tell of every key and message
	@PYTHONPATH=tests $(BIN)/python -m reference

pictures: $(VENV)/.test ## take the pictures of the guide and README.md anew
	@PYTHONPATH=tests $(BIN)/python -m screenshots

cases: $(VENV)/.test ## write what is told of each case of tests/cases, in both languages
	@PYTHONPATH=tests $(BIN)/python -m golden

requirements: $(VENV)/.audit ## pin the newest versions of what requirements/*.in names
	@command -v uv > /dev/null || { echo "make requirements needs uv: $(PYTHON) -m pip install uv"; exit 1; }
	@for name in base test audit bench; do uv pip compile --quiet --upgrade --universal --generate-hashes \
		--python-version 3.11 --no-annotate --no-emit-find-links --no-emit-index-url \
		--custom-compile-command "make requirements" requirements/$$name.in -o requirements/$$name.txt; done
	@rm -f tests/audit/package-lock.json && $(NPM) install --package-lock-only \
		--omit-lockfile-registry-resolved --prefix tests/audit
	@$(BIN)/python -c 'import json, pathlib; path = pathlib.Path("tests/audit/package-lock.json"); \
		lock = json.loads(path.read_text()); [p.pop("funding", 0) for p in lock["packages"].values()]; \
		path.write_text(json.dumps(lock, indent=2) + "\n")'

clean: ## remove all that make has made
	@rm -rf $(VENV) dist site .site.pendopo .serve.pendopo

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Pendopo needs Python 3.11 or newer; name one: make PYTHON=python3.12 …"; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.build: requirements/base.txt pyproject.toml | $(BIN)/python
	@echo "Setting up $(VENV), once …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes \
		--only-binary :all: --requirement requirements/base.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps \
		--no-build-isolation --editable .
	@touch $@

$(VENV)/.test: requirements/test.txt hooks/pendopo/forms/packages.json $(VENV)/.bench
	@echo "Setting up what the tests need, once …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes \
		--only-binary :all: --requirement requirements/test.txt
	@rm -rf $(VENV)/forms && mkdir $(VENV)/forms
	@$(BIN)/python -m pendopo.forms $(VENV)/forms
	@touch $@

$(VENV)/.audit: requirements/audit.txt tests/audit/package-lock.json $(VENV)/.test
	@echo "Setting up what the audit needs, once …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes \
		--only-binary :all: --requirement requirements/audit.txt
	@mkdir -p $(VENV)/audit && cp tests/audit/package.json tests/audit/package-lock.json $(VENV)/audit
	@$(NPM) ci --prefix $(VENV)/audit
	@touch $@

$(VENV)/.bench: requirements/bench.txt $(VENV)/.build
	@echo "Setting up what the benchmarks need, once …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes \
		--only-binary :all: --requirement requirements/bench.txt
	@touch $@

.PHONY: help serve build check test test-thorough audit bench bench-guard wheel design messages schemas cases reference pictures requirements clean size new
