# 两条命令就够：make demo（看结果）、make test（全部检验）。Two commands do everything: make demo, make test.

SCRATCH ?= .build
VENV ?= .venv
SPARK_VENV ?= .venv-spark
# 与独立写的 Python 结算器逐分比对的请求数。Claims settled by both implementations and compared to the fen.
COMPARED_CLAIMS ?= 50000
COMPARED_STANDINGS ?= 5000
COMPARED_PERSONS ?= 500
CLEARED ?= 100000
RECONCILED ?= 50000
BENCH_CLAIMS ?= 20000
# Claims in memory and in files that other engines settle too, the most claims of the plots, and where those go.
# docs/performance.md: make bench PEER_CLAIMS=1000000 GROWTH_MOST=1e7 PLOTS=docs/plots ROUNDS=5
PEER_CLAIMS ?= 100000
GROWTH_MOST ?= 1e5
PLOTS ?= $(SCRATCH)/plots
ROUNDS ?= 3
SPARK_CLAIMS ?= 200000
RELOADS ?= 30
KILLS ?= 10
IDLE ?= 100
SLOW ?= 32
EXAMPLES ?= 10
MALFORMED ?= 5000

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.NOTPARALLEL:
.DEFAULT_GOAL := help

BUILD := swift build --scratch-path $(SCRATCH)
DEBUG := $(SCRATCH)/debug/policy
# Tests run optimised, six times as fast; the program beside them has the same build. Debug information and the last of the
# C libraries' optimisation would take longer than they save.
TESTED := $(SCRATCH)/tested
TEST_FLAGS := -c release --traits Server -debug-info-format none -Xcc -O1 -Xswiftc -enable-testing --scratch-path $(TESTED)
POLICY := $(TESTED)/release/policy
# As users build it, for measuring.
RELEASE := $(SCRATCH)/release
PYTHON := $(VENV)/bin/python
CHECK_SCHEMA := $(VENV)/bin/check-jsonschema --schemafile
RULE_SETS := policies examples/published/policies examples/normative/policies examples/rules/policies Benchmarks/peers/policies
# One cross-province visit: insured in Wuhai, treated in Beijing.
DEMO_LINE := 7


# What policy serve is started with.
SERVE ?= --watch

.PHONY: help serve service demo test setup venv build test-build swift-tests rules schemas-fit reports-fit oracle fund format lint bench release spark schemas clean

help:
	@echo 'make demo     装好依赖，编译，检查规则，结算示例 | set up, build, check the rules, settle the example claims'
	@echo 'make test     全部检验 | every check there is'
	@echo 'make lint     格式和禁用写法 | formatting, and what Sources must not contain'
	@echo 'make format   按 .swift-format 改写源文件 | rewrite the sources by .swift-format'
	@echo 'make schemas  重新生成 schemas/ docs/findings/ docs/reference/ | generate them anew'
	@echo 'make bench    结算、检查、HTTP 服务的速度，和别的引擎比，随请求和规则的增长 | speed of settling, checking and the service; other engines; growth'
	@echo 'make spark    PySpark 结算和比较，和一台机器的结果核对 | settle and compare with PySpark, held against one machine'
	@echo 'make serve    编译并启动 HTTP 服务，127.0.0.1:8080 | build and start the HTTP service'
	@echo 'make setup | build | clean'
	@echo '编译目录 build folder: make test SCRATCH=/some/path'

demo: build
	@echo '── policy check policies'
	@$(DEBUG) check policies
	@echo '── policy settle examples/claims/demo.ndjson'
	@$(DEBUG) settle examples/claims/demo.ndjson
	@echo '── 其中第 $(DEMO_LINE) 笔逐步说明 claim $(DEMO_LINE), step by step: policy settle --explain'
	@sed -n '$(DEMO_LINE)p' examples/claims/demo.ndjson | $(DEBUG) settle --explain

test: venv swift-tests rules schemas-fit reports-fit service oracle fund
	@echo 'make test 全部通过 all passed: Swift tests; rules, cases, schemas and reports; the running service; oracle tests; $(COMPARED_CLAIMS) claims alike in both implementations; the fund side over a generated nation'

setup:
	@scripts/setup

venv: setup
	@scripts/venv $(VENV)

build: setup
	$(BUILD) --product policy

# In a folder of its own: without the trait the other commands need nothing of it.
serve: setup
	$(BUILD)/server -c release --traits Server --product policy
	$(SCRATCH)/server/release/policy serve $(SERVE)

test-build: setup
	swift build --build-tests $(TEST_FLAGS)

swift-tests: venv test-build
	PATH="$(abspath $(VENV))/bin:$$PATH" swift test --skip-build $(TEST_FLAGS)

rules: test-build
	$(POLICY) check $(RULE_SETS)
	$(POLICY) test examples --coverage --threshold 100

# What is shipped fits the schemas that editors use. That the schemas are current is one of the Swift tests.
schemas-fit: venv
	$(CHECK_SCHEMA) schemas/region-policy.schema.json $(RULE_SETS:%=%/[0-9]*/*.yaml)
	$(CHECK_SCHEMA) schemas/catalogue.schema.json $(RULE_SETS:%=%/catalogue/*.yaml) policies/catalogue/holidays/*.yaml
	$(CHECK_SCHEMA) schemas/case.schema.json examples/*/*.cases.yaml
	$(PYTHON) Tests/schemas/broken.py $(VENV)/bin/check-jsonschema

# SARIF logs fit the schema of SARIF 2.1.0, JUnit files are what their readers expect.
reports-fit: venv test-build
	$(PYTHON) Tests/reports/reports.py $(POLICY) $(VENV)/share/sarif-2.1.0.json

# The running service: sockets, signals, TLS; reloads and kills under load; idle and slow callers; its description; malformed
# requests. The whole sizes: make service RELOADS=200 KILLS=50 IDLE=1000 SLOW=100 EXAMPLES=100 MALFORMED=100000
service: venv test-build
	$(PYTHON) Tests/service/live.py $(POLICY)
	$(PYTHON) Tests/service/storms.py $(POLICY) --reloads $(RELOADS) --kills $(KILLS)
	$(PYTHON) Tests/service/crowd.py $(POLICY) --idle $(IDLE) --slow $(SLOW) --seconds 2
	$(PYTHON) Tests/service/described.py $(POLICY) --examples $(EXAMPLES)
	$(PYTHON) Tests/service/fuzz.py $(POLICY) --requests $(MALFORMED)

oracle: venv test-build
	$(PYTHON) -m unittest discover --start-directory Tests/oracle --pattern '*test*.py'
	$(PYTHON) Tests/oracle/compare.py --policy $(POLICY) --claims $(COMPARED_CLAIMS) --jobs 2
	$(PYTHON) Tests/oracle/compare_standing.py --policy $(POLICY) --claims $(COMPARED_STANDINGS)
	$(PYTHON) Tests/oracle/compare_cases.py examples/cases
	$(PYTHON) Tests/oracle/compare_cases.py examples/coverage
	$(PYTHON) Tests/oracle/compare_series.py --policy $(POLICY) --persons $(COMPARED_PERSONS)

# A generated nation's year cleared and held against a second computation; two sides with seeded differences reconciled. The
# whole sizes: make fund CLEARED=2000000 RECONCILED=2000000
fund: test-build
	python3 Tests/fund/clear_scale.py --policy $(POLICY) --settlements $(CLEARED)
	python3 Tests/fund/reconcile_scale.py --policy $(POLICY) --records $(RECONCILED)

format:
	swift format --in-place --recursive Sources Tests examples/embed Benchmarks/echo Benchmarks/evaluate Package.swift

lint:
	swift format lint --strict --recursive Sources Tests examples/embed Benchmarks/echo Benchmarks/evaluate Package.swift
	@scripts/lint

# evaluate-bench is a program of the measurements only; make build leaves it out.
release: setup
	$(BUILD) -c release --product policy
	$(BUILD) -c release --product evaluate-bench

bench: test-build release
	python3 Benchmarks/settle.py --policy $(RELEASE)/policy --claims $(BENCH_CLAIMS)
	python3 Benchmarks/check.py --policy $(RELEASE)/policy
	python3 Benchmarks/serve.py --policy $(POLICY) --echo $(TESTED)/release/echo
	python3 Benchmarks/peers/peers.py --policy $(RELEASE)/policy --evaluate-bench $(RELEASE)/evaluate-bench --environment $(SCRATCH)/peers --claims $(PEER_CLAIMS) --rounds $(ROUNDS)
	python3 Benchmarks/growth/growth.py --policy $(RELEASE)/policy --evaluate-bench $(RELEASE)/evaluate-bench --environment $(SCRATCH)/peers --most $(GROWTH_MOST) --plots $(PLOTS) --rounds $(ROUNDS)

# Not in make test: PySpark is a download of hundreds of megabytes, and Java is installed for it.
spark: release
	@scripts/spark-venv $(SPARK_VENV)
	$(SPARK_VENV)/bin/python -m unittest discover --start-directory Tests/spark --pattern '*_program_test.py'
	$(SPARK_VENV)/bin/python Tests/spark/spark_test.py $(RELEASE)/policy --claims $(SPARK_CLAIMS)

# Findings and reference pages that no longer exist go away.
schemas: build
	rm -rf schemas/*.schema.json docs/findings docs/reference
	$(DEBUG) schema --write schemas --write-reference docs/reference
	$(DEBUG) explain --write docs/findings

clean:
	rm -rf $(SCRATCH) $(VENV) $(SPARK_VENV)
