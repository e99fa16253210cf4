# oxvirt: libvirt.so.0 and its companions. `make help` lists the targets.

CARGO      ?= cargo
PREFIX     ?= /usr/local
LIBDIR     ?= $(PREFIX)/lib
INCLUDEDIR ?= $(PREFIX)/include
BINDIR     ?= $(PREFIX)/bin
DATADIR    ?= $(PREFIX)/share
DESTDIR    ?=

# What the packaging scripts are told; not exported, because tests call this file again.
places := PREFIX='$(PREFIX)' LIBDIR='$(LIBDIR)' INCLUDEDIR='$(INCLUDEDIR)' BINDIR='$(BINDIR)' DATADIR='$(DATADIR)' DESTDIR='$(DESTDIR)'

release := $(or $(CARGO_TARGET_DIR),target)/release
companions := libvirt-admin libvirt-lxc libvirt-qemu

.PHONY: all demo check check-long bench headers docs install deb clean help

# libvirt.so.0 comes first because its companions are linked to what that leaves; the crate type is named because
# cargo leaves LTO out when a crate has a Rust library among its types.
all: ## build all libraries with their development links, in build/ (the default)
	$(CARGO) rustc --release --lib --crate-type cdylib
	install -D -m 755 $(release)/libvirt.so build/libvirt.so.0
	ln -sf libvirt.so.0 build/libvirt.so
	set -e; for library in $(companions); do \
	  $(CARGO) rustc --release --package $$library --lib --crate-type cdylib; \
	  install -m 755 $(release)/$$(echo $$library | tr - _).so build/$$library.so.0; \
	  ln -sf $$library.so.0 build/$$library.so; \
	done

demo: ## install what is missing, build, and show every kind of event on real guests
	tools/setup-debian.sh
	$(MAKE) all
	tools/demo.sh build build

check: ## run every test; the last line says how many passed and failed
	tools/check.sh

check-long: ## the same with long loops, then sanitizers and Miri (takes the pinned nightly compiler)
	tools/check-long.sh

bench: all ## measure the original library and this one in turn, as a table
	bench/run.sh

headers: ## write include/ anew from the sources
	$(CARGO) run --quiet --package oxvirt-headers

docs: all ## write docs/functions.md anew, by calling all functions
	OXVIRT_UPDATE=1 $(CARGO) test --quiet --test programs the_table_of_functions

install: all ## install libraries, headers, what describes them and oxvirt-run under PREFIX (and DESTDIR)
	$(places) packaging/install.sh libvirt $(companions)

deb: all ## make a Debian package in build/ that installs beside the distribution's libvirt
	packaging/deb.sh libvirt $(companions)

clean: ## remove everything that was built
	$(CARGO) clean
	rm -rf build

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
