# What a developer types; the work is done by the scripts in .ci. Needs no more than make 3.81.

# The clock of the published example: day 8 of its plan.
NOW = 2026-11-30T14:07:00+01:00
# Further arguments for `swift test`, as in: make test TESTFLAGS='--filter PlanTests'
TESTFLAGS =
# Further arguments for the benchmarks, as in: make bench BENCHFLAGS='docs/plans'
BENCHFLAGS =

.PHONY: help run test build docs man package format bench clean mutations swift build-packages test-packages test-python

help:
	@echo "make run        build, publish the example plan and print where its page is"
	@echo "make test       build and run the tests; TESTFLAGS='--filter NAME' for some of them"
	@echo "make build      build the release binary and print its path"
	@echo "make docs       write the pages about the rules and print where they are"
	@echo "make man        write the manual page and print where it is"
	@echo "make package    pack the release binary with manual and completions"
	@echo "make mutations  change facts and forms of documents and see what is noticed"
	@echo "make format     lay out the Swift sources"
	@echo "make bench      compare the speed with its peers, as a table"
	@echo "make clean      remove everything that was built"

run: build
	@"$$(.ci/release-binary path)" build content --now "$(NOW)"
	@echo "Open $$(pwd)/output/index.html"

test: test-packages test-python swift
	@.ci/test $(TESTFLAGS)

build: build-packages swift
	@.ci/release-binary build

docs: build
	@"$$(.ci/release-binary path)" explain --format html --output output/rules

man: build
	@.ci/manual "$$(.ci/release-binary path)" >.build/plumbline.1
	@echo "$$(pwd)/.build/plumbline.1"

package: build-packages swift
	@.ci/package

mutations: build
	@Tests/Mutations/run --binary "$$(.ci/release-binary path)"

format: swift
	@swift format -i -r Sources Tests Package.swift

bench: build
	@.ci/install-packages bench
	@Benchmarks/run $(BENCHFLAGS)

clean:
	@rm -rf .build .build-ci .venv Benchmarks/.venv
	@find output -mindepth 1 ! -name .gitkeep -delete

swift:
	@.ci/require-swift

build-packages:
	@.ci/install-packages build

# One after the other, for there is one lock on a machine's packages.
test-packages: build-packages
	@.ci/install-packages test

test-python: test-packages
	@.ci/python-environment .venv Tests/requirements.txt
