# NCR. `make help` lists what there is.

SHELL := /bin/sh
PYTHON_IN := .venv/bin/python
WORKERS ?= 2
EXAMPLES ?= ../examples
ANCHORING ?= ../shared/anchoring
CHROMIUM ?= $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)
export CHROMIUM

.DEFAULT_GOAL := help
.PHONY: help run test test-full check lint lock messages bench bench-search bench-anchoring bench-publishing bench-moderating bench-dossier bench-topics bench-import check-examples clean ready ready-for-tests needs

help: ## list these
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-17s %s\n", $$1, $$2 }' Makefile

run: ready ## set up what is missing and serve the site (HOST, PORT, SAMPLES=0; see docs/configuration.md)
	@exec $(PYTHON_IN) manage.py serve

test: ready-for-tests needs ## run the tests, those in a browser too (DATABASE_URL=postgres://... for PostgreSQL)
	$(PYTHON_IN) -m pytest -n $(WORKERS) --dist loadgroup -m "not slow" $(ARGS)

test-full: ready-for-tests needs ## run all of them, the slow ones too: every width and scheme, backups, upgrades
	$(PYTHON_IN) -m pytest -n $(WORKERS) --dist loadgroup $(ARGS)

check: lint test-full ## format, lint, types, import contracts, migrations, templates, deployment, tests

lint: ready-for-tests ## all of check but the tests
	$(PYTHON_IN) -m ruff format --check .
	$(PYTHON_IN) -m ruff check .
	$(PYTHON_IN) -m mypy
	$(PYTHON_IN) -c "from importlinter.cli import lint_imports_command; lint_imports_command()"
	find templates -name '*.html' -exec .venv/bin/djade --check --target-version 5.2 {} +
	$(PYTHON_IN) manage.py makemigrations --check --dry-run
	NCR_URL=https://reading.example $(PYTHON_IN) manage.py check --deploy --fail-level WARNING

lock: ready-for-tests ## find newer versions of what the site needs, within pyproject.toml, and write them down
	tools/lock

messages: ready-for-tests ## what translators get: new messages into the catalogues of LANGUAGES="fr de" (docs/translating.md)
	$(PYTHON_IN) tools/messages.py $(LANGUAGES)

bench: ready-for-tests needs ## measure reading, in a browser too, and writing
	$(PYTHON_IN) bench/reading.py
	$(PYTHON_IN) bench/browser.py
	$(PYTHON_IN) bench/writing.py

bench-search: ready-for-tests ## measure searching among a million annotations (needs PostgreSQL; ARGS=--help)
	$(PYTHON_IN) bench/searching.py $(ARGS)

bench-anchoring: ready-for-tests ## measure how annotations follow their text (texts in ANCHORING=folder; ARGS=--cross)
	$(PYTHON_IN) bench/anchoring.py "$(ANCHORING)" $(ARGS)

bench-publishing: ready-for-tests ## measure publishing a revision of a discussed text (needs PostgreSQL; ARGS=--help)
	$(PYTHON_IN) bench/publishing.py $(ARGS)

bench-moderating: ready-for-tests ## measure the review queue with 20,000 things that wait (needs PostgreSQL; ARGS=--help)
	$(PYTHON_IN) bench/moderating.py $(ARGS)

bench-dossier: ready-for-tests ## measure a topic's page with a million assignments (needs PostgreSQL; ARGS=--help)
	$(PYTHON_IN) bench/dossier.py $(ARGS)

bench-topics: ready-for-tests ## measure the suggestions of topics: precision, recall, and time for 2,000 aliases
	$(PYTHON_IN) bench/topics.py

bench-import: ready-for-tests ## score importers on documents with known paragraphs (ARGS=--help)
	$(PYTHON_IN) -m bench.importing $(ARGS)

check-examples: ready ## recognise each text in EXAMPLES=folder, of whatever kind, changing nothing
	@$(PYTHON_IN) tools/check_examples.py "$(EXAMPLES)"

clean: ## take away what can be made again; the data in var/ stays
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache test-results
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

ready:
	@tools/prepare requirements.lock

ready-for-tests:
	@tools/prepare requirements-dev.lock

needs:
	@tools/browser
