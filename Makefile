# NCR: `make run` serves the site, `make test` tests it, `make help` lists the rest.

PY := .venv/bin/python
RUN_ENV := HOST=$(HOST) PORT=$(PORT)
HOST ?= 127.0.0.1
PORT ?= 8000
SAMPLES ?= 1
WORKERS ?= 2
export SAMPLES

.PHONY: help run test check lint types setup setup-dev browser lock bench check-examples screenshots clean

help: ## what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

run: setup ## set up, migrate, first content, serve (PORT=8000, SAMPLES=0 for none)
	@$(RUN_ENV) exec $(PY) manage.py serve

test: setup-dev browser ## set up and run the tests (DATABASE_URL=postgres://... for PostgreSQL)
	$(PY) -m pytest -n $(WORKERS) $(ARGS)

check: lint types test ## everything that must hold before a change lands

lint: setup-dev ## format, lint, import contracts, migrations, templates, deployment
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/lint-imports --no-logo
	$(PY) manage.py makemigrations --check --dry-run
	.venv/bin/djade --target-version 5.2 --check $$(find templates -name '*.html')
	NCR_URL=https://reading.example $(PY) manage.py check --deploy --fail-level WARNING

types: setup-dev ## strict types
	.venv/bin/mypy

setup:
	@tools/setup requirements.lock

setup-dev:
	@tools/setup requirements-dev.lock

browser:
	@command -v "$${CHROMIUM:-chromium}" >/dev/null || { \
	echo "The browser tests need Chromium. Debian: apt-get install chromium fonts-noto-core"; \
	echo "If it has another name: make test CHROMIUM=/path/to/chromium"; exit 1; }

lock: setup-dev ## make the lock files anew from pyproject.toml
	.venv/bin/uv lock --upgrade
	.venv/bin/uv export -q --no-dev --no-emit-project --no-header -o requirements.lock
	.venv/bin/uv export -q --no-emit-project --no-header -o requirements-dev.lock
	rm -f uv.lock

bench: setup-dev ## measure reading and writing, as ratios in one run
	$(PY) -m bench.reading
	$(PY) -m bench.writing

check-examples: setup ## recognise each text in EXAMPLES=folder, changing nothing
	$(PY) tools/check_examples.py "$(EXAMPLES)"

screenshots: setup-dev browser ## make the pictures in docs/screenshots anew
	NCR_SCREENSHOTS=1 $(PY) -m pytest tests/browser -k screenshot

clean: ## take away what was made, except the site's data in var/
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
