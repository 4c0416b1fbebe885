# The few commands of this project. Each does its own set-up; `make help` lists them.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

BIN := .venv/bin
SAM := SAM_CLI_TELEMETRY=0 PATH="$(CURDIR)/.venv-build/bin:$$PATH" .venv-build/bin/sam
STAGE ?= dev
STACK ?= $(if $(filter prod,$(STAGE)),saraban,saraban-$(STAGE))
# SES takes in mail only in some regions; Singapore is the nearest to Bangkok that does.
REGION ?= ap-southeast-1
# Valid on every system and Python from 3.11 on; without the address of a package index.
COMPILE = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --custom-compile-command "make lock" $(ARGS)

READY := .venv/.installed
BUILD_READY := .venv-build/.installed
CHECKOV_READY := .venv-checkov/.installed

.PHONY: help demo up test check lint build deploy lock bench growth cost scale faults soak

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' Makefile

demo: $(READY) ## start the town, send it the sample letters, show how each ended
	@$(BIN)/saraban demo

up: $(READY) ## start the town and keep it running; prints where to write to
	@$(BIN)/saraban up

test: $(READY) ## run all tests
	@$(BIN)/python -m pytest -n 2 --dist loadfile $(ARGS)

check: lint test ## lint, types and template, then all tests

lint: $(READY) $(CHECKOV_READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/cfn-lint template.yaml
	.venv-checkov/bin/checkov --file template.yaml --framework cloudformation --compact --quiet --skip-download

build: $(READY) $(BUILD_READY) ## build what is deployed and import every handler from it
	$(SAM) validate --lint
	$(SAM) build
	$(BIN)/python -m tests.structure.built

deploy: build ## deploy to the AWS account you are signed in to (STAGE=dev|prod, ARGS=...)
	$(SAM) deploy --config-env $(STAGE) --stack-name $(STACK) --region $(REGION) $(ARGS)
	@echo "Making receipt rule set $(STACK) the active one (CloudFormation cannot)."
	$(BIN)/python -c 'import boto3, sys; boto3.client("ses", sys.argv[1]).set_active_receipt_rule_set(RuleSetName=sys.argv[2])' $(REGION) $(STACK)

faults: $(READY) ## break every AWS call of a letter and look what became of it (ARGS="--only mail")
	@$(BIN)/python -m faults $(ARGS)

soak: $(READY) ## 20,000 letters with a fault in each hundredth call (ARGS="--letters 1000")
	@$(BIN)/python -m faults.soak $(ARGS)

bench: $(READY) ## speed of every part, beside what one would use instead (ARGS="--only mail")
	@$(BIN)/python -m benchmarks.bench $(ARGS)

growth: $(READY) ## how a letter's cost grows; draws docs/pictures/growth.svg
	@$(BIN)/python -m benchmarks.growth --write $(ARGS)

cost: $(READY) ## what letters cost on AWS, counted; writes docs/costs.md
	@$(BIN)/python -m benchmarks.cost --write $(ARGS)

scale: $(READY) ## 5,000 letters a second, simulated; draws docs/pictures/scale.svg
	@$(BIN)/python -m benchmarks.scale --write $(ARGS)

# Writes the locked requirement files from pyproject.toml; ARGS=--upgrade takes newer versions.
lock: $(READY)
	$(COMPILE) pyproject.toml -o requirements/run.txt
	$(COMPILE) pyproject.toml --all-extras --group dev --group bench -c requirements/run.txt -o requirements/dev.txt
	$(COMPILE) --group pyproject.toml:build -o requirements/build.txt
	$(COMPILE) --group pyproject.toml:checkov -o requirements/checkov.txt
	$(COMPILE) --group pyproject.toml:layer -c requirements/run.txt -o shared/requirements.txt
	$(COMPILE) --group pyproject.toml:intake -c requirements/run.txt -o functions/intake/requirements.txt
	$(COMPILE) --group pyproject.toml:desk -c requirements/run.txt -o functions/desk/requirements.txt
	$(COMPILE) --group pyproject.toml:notify -c requirements/run.txt -o functions/notify/requirements.txt

# ---------------------------------------------------------------- set-up
# An environment is made anew whenever its locked file changes, so it holds exactly that file.

.venv/.locked: requirements/dev.txt
	@python=$$(.ci/python) && echo "Setting up .venv with $$python (about a minute) ..." && \
	"$$python" -m venv --clear .venv
	@$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r requirements/dev.txt
	@touch $@

$(READY): .venv/.locked pyproject.toml
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(BUILD_READY): requirements/build.txt
	@python=$$(.ci/python) && echo "Setting up .venv-build with $$python ..." && \
	"$$python" -m venv --clear .venv-build
	@.venv-build/bin/python -m pip install --quiet --no-deps --require-hashes -r requirements/build.txt
	@touch $@

$(CHECKOV_READY): requirements/checkov.txt
	@python=$$(.ci/python) && echo "Setting up .venv-checkov with $$python ..." && \
	"$$python" -m venv --clear .venv-checkov
	@.venv-checkov/bin/python -m pip install --quiet --no-deps --require-hashes -r requirements/checkov.txt
	@touch $@
