# Every target makes its environment first: nothing is needed but Python 3.11 and make.
# PYTHON=... names another interpreter to start from, DEMO=... the folder of the demonstration, DOCUMENTS=... files of
# JSON Lines for `make bench` to read too, and for `make bench-read` to read instead of its own, BENCH=... the folder of made
# years of trade, YEARS="1 10" how many of them are asked.
# The benches time the package as it is installed, its modules compiled once: what is edited since, or with
# PYTHONDONTWRITEBYTECODE set, would be compiled anew at each start.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
DEMO ?= demo-out
DOCUMENTS ?=
BENCH ?= bench-trade
YEARS ?= 1 10
LEDGER ?= $(BENCH)/ledger-10

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test test-all check format gate bench bench-trade bench-check eval-check eval-ties compiled bench-ties bench-read docs reference clean

help: ## show this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 20

$(READY): uv.lock pyproject.toml tools/bootstrap.py tools/fetch_uv.py tools/pip_index.py
	@command -v $(PYTHON) >/dev/null || { echo "error: no $(PYTHON) here; tieline needs Python 3.11 or later (make PYTHON=...)" >&2; exit 1; }
	@$(PYTHON) tools/bootstrap.py
	@touch $@

demo: $(READY) ## read and check the bundled story, write the marked-up article (offline)
	@$(BIN)/tieline demo --output $(DEMO)

test: $(READY) check ## style, types and the tests, without the slow ones
	$(BIN)/python -m pytest -n 2 -m "not slow"

test-all: $(READY) check ## the same with the slow ones
	$(BIN)/python -m pytest -n 2

check: $(READY) ## ruff and mypy
	$(BIN)/ruff check --quiet
	$(BIN)/ruff format --check --quiet
	$(BIN)/mypy

format: $(READY) ## let ruff put the style right
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

gate: $(READY) ## the reader's quality floors on the annotated stories
	@$(BIN)/tieline evaluate --floors tests/gold/floors.json --errors 0

compiled: $(READY)
	@$(BIN)/python -m compileall -q src

bench: compiled ## time of import, speed of reading
	@$(BIN)/python bench/import_time.py
	@$(BIN)/python bench/read_speed.py $(addprefix --documents ,$(DOCUMENTS))

bench-trade: compiled ## loading a year of all products and pairs, and asking one and ten, beside others on the same rows (YEARS=1: one alone)
	@$(BIN)/python bench/trade_load.py --folder $(BENCH)
	@$(BIN)/python -c "import polars, econcomplex" 2>/dev/null || $(PYTHON) tools/bootstrap.py --group bench
	@$(BIN)/python bench/trade_queries.py --folder $(BENCH) --years $(YEARS)

eval-check: $(READY) ## thousands of claims in words, true and untrue, against the figures they were written from
	@$(BIN)/python bench/eval_check.py

eval-ties: $(READY) ## shifts and bursts: simulations, placebo, dated breaks where they are at hand
	@$(BIN)/python -c "import ruptures" 2>/dev/null || $(PYTHON) tools/bootstrap.py --group bench
	@$(BIN)/python bench/eval_ties.py

bench-ties: compiled ## loading and asking a year of ICEWS, and ten million rows made like GDELT's: CPU and memory
	@$(BIN)/python bench/ties_bench.py

bench-check: compiled ## 10,000 claims against a decade of BACI's size (made once in bench-trade/; LEDGER=... for another), and one cold
	@$(BIN)/python bench/check_batch.py $(LEDGER)

bench-read: compiled ## speed, memory and cold start of reading, beside others on the same texts
	@$(BIN)/python -c "import quantulum3" 2>/dev/null || $(PYTHON) tools/bootstrap.py --group bench
	@$(BIN)/python bench/read_bench.py $(DOCUMENTS)

reference: $(READY) ## write docs/commands.md and docs/modules.md from the code
	$(BIN)/python tools/command_reference.py
	$(BIN)/python tools/module_map.py

docs: $(READY) ## build the documentation into site/, strictly
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet
	@echo "site/index.html"

clean: ## remove what was made, the environment too
	rm -rf .venv .tools site demo-out .pytest_cache .mypy_cache .ruff_cache .hypothesis
