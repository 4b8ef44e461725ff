# Two commands do everything on a machine that has Swift: `make run` and `make test`.

SHELL := /bin/bash
BUILD := swift build -c release -Xswiftc -enable-testing
TEST := swift test -c release -Xswiftc -enable-testing
PERENNIAL := .build/release/perennial
EXAMPLE := Examples/online-retail/online_retail.csv.gz

.PHONY: help run test build packages test-packages lint kernels soak golden benchmark clean

help:
	@echo "make run     builds Perennial and writes a report of the example shop"
	@echo "make test    builds and runs all tests, with a private PostgreSQL server"
	@echo "make lint    checks the style"
	@echo "make kernels runs the tests of the kernels and the file formats under the address sanitizer"
	@echo "make soak    runs the long versions of the random tests"
	@echo "make golden  records the golden files anew"
	@echo "make benchmark  measures against DuckDB and polars"

# Installs what is missing of the system's packages; says which ones where the system is not known.
packages:
	@scripts/packages

# And what the tests need besides: a PostgreSQL server, which they start for themselves.
test-packages: packages
	@scripts/test-packages

build: packages
	@echo "== Building with optimisation (the first time takes some minutes)"
	@$(BUILD)

run: build
	@echo "== Reading $(EXAMPLE)"
	@mkdir -p out
	@$(PERENNIAL) report $(EXAMPLE) --currency GBP --name "Online Retail" --html out/report.html
	@echo "Done: the report is in $(CURDIR)/out/report.html. Open it in a browser."

test: test-packages build
	@echo "== Testing"
	@scripts/with-postgresql $(TEST)
	@echo "Done: all tests passed."

# The kernels and the file formats once more, under the address sanitizer: all that builds without another package.
kernels: test-packages
	@echo "== Testing the kernels and the file formats under the address sanitizer"
	@PERENNIAL_KERNELS=1 PERENNIAL_SOAK=2000 \
		scripts/with-postgresql swift test --disable-xctest --sanitize=address --scratch-path .build-kernels

lint:
	@echo "== Checking the style"
	@swift format lint --strict -r Package.swift Sources Tests Benchmarks
	@echo "Done: the style is right."

# Millions of small files: in memory where the system has room for files there.
soak: test-packages build
	@echo "== Testing for long"
	@TMPDIR=$${TMPDIR:-$$([ -w /dev/shm ] && echo /dev/shm || echo /tmp)} PERENNIAL_SOAK=$${PERENNIAL_SOAK:-5000000} \
		scripts/with-postgresql $(TEST)
	@echo "Done: the long tests passed."

golden: build
	@RECORD_GOLDEN=1 $(TEST) --filter "ReportTests|CommandsTests"
	@echo "Done: the golden files are recorded; read the difference before committing it."

benchmark:
	@$(MAKE) -C Benchmarks compare lifetime

clean:
	rm -rf .build .build-kernels out
