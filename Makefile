# The Steppe Camps. `make` lists what can be done; each target sets up what it needs.
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SITE := _build/html/index.html
# two workers: the book is meant to be checked on small machines
WORKERS ?= 2

.DEFAULT_GOAL := help
.PHONY: help book test serve lab clean notebooks check-data accept-data provenance bench lint browser

help: ## list the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

book: $(READY) ## build the site
	@echo "Building the book ..."
	@# after a warning Sphinx would call its pages up to date; without .doctrees it reads them again
	@$(BIN)/jupyter-book build . -W --keep-going --quiet || { rm -rf _build/.doctrees; exit 1; }
	@echo "The book is ready: open $(SITE) (a double click is enough), or run: make serve"

test: book browser ## check tables, code, chapters and pages
	@echo "Checking the tables ..."
	@$(BIN)/python -m helpers.data > $(VENV)/check-data.txt || { cat $(VENV)/check-data.txt; exit 1; }
	@tail -1 $(VENV)/check-data.txt
	@echo "Running the chapters again and testing helpers and pages ..."
	@$(BIN)/pytest --nbval chapters reference tests -n $(WORKERS) -q
	@echo "All is well. What was tested: chapters (every number by nbval), helpers, pages in a browser."

serve: book ## build the site and show it at http://localhost:8000
	@$(BIN)/python -m http.server 8000 --bind 127.0.0.1 --directory _build/html

lab: $(READY) ## open the chapters in JupyterLab
	@$(BIN)/jupyter lab chapters

notebooks: $(READY) ## run the chapters again and save them in normal form
	@$(BIN)/python -m helpers.book.notebooks

check-data: $(READY) ## check every table and say what is to be mended
	@$(BIN)/python -m helpers.data

accept-data: $(READY) ## accept the present numbers of rows after an edit that was meant
	@$(BIN)/python -m helpers.data --accept

provenance: $(READY) ## report what rows, figures, numbers and claims rest on
	@$(BIN)/python -m helpers.book.provenance

bench: $(READY) ## time the build beside stock Jupyter Book
	@$(BIN)/python tests/bench.py

lint: $(READY) ## check the form of the code
	@$(BIN)/ruff check src tests
	@$(BIN)/ruff format --check src tests

browser: $(READY) ## find or install a Chromium for the page tests
	@$(BIN)/python tests/browser.py

clean: ## remove what was built (not the environment)
	@rm -rf _build .pytest_cache .ruff_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
	@echo "Removed _build and caches; remove $(VENV) by hand to start anew."

# the first Python that is new enough and not too new
$(READY): requirements.txt constraints.txt pyproject.toml
	@python=""; for name in $(PYTHON) python3 python3.13 python3.12 python3.11 python; do \
	  if $$name -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null; \
	  then python=$$name; break; fi; done; \
	if [ -z "$$python" ]; then echo "Python 3.11, 3.12 or 3.13 is needed and was not found."; exit 1; fi; \
	echo "Setting up $(VENV) with $$($$python --version); this takes a minute or two ..."; \
	$$python -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $(READY)
