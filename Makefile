# oxvirt: libvirt.so.0 and libvirt-qemu.so.0. `make help` lists the targets.

CARGO      ?= cargo
PREFIX     ?= /usr/local
LIBDIR     ?= $(PREFIX)/lib
INCLUDEDIR ?= $(PREFIX)/include
DESTDIR    ?=

release := $(or $(CARGO_TARGET_DIR),target)/release
headers := $(wildcard include/libvirt/*.h)

.PHONY: all demo check check-long bench headers docs install clean help

# The first two commands stand in this order because libvirt-qemu.so.0 is linked to the library that the first
# one leaves; the crate type is named because cargo leaves LTO out when a crate has a Rust library among its types.
all: ## build both libraries with their development links, in build/ (the default)
	$(CARGO) rustc --release --lib --crate-type cdylib
	$(CARGO) rustc --release --package libvirt-qemu --lib --crate-type cdylib
	install -D -m 755 $(release)/libvirt.so build/libvirt.so.0
	install -D -m 755 $(release)/libvirt_qemu.so build/libvirt-qemu.so.0
	ln -sf libvirt.so.0 build/libvirt.so
	ln -sf libvirt-qemu.so.0 build/libvirt-qemu.so

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

headers: ## write include/libvirt/ anew from the sources
	$(CARGO) run --quiet --package oxvirt-headers

docs: ## write docs/functions.md anew from the sources
	OXVIRT_UPDATE=1 $(CARGO) test --quiet --test abi the_table_of_functions

install: all ## install libraries, links and headers under PREFIX (and DESTDIR)
	install -d $(DESTDIR)$(LIBDIR) $(DESTDIR)$(INCLUDEDIR)/libvirt
	install -m 755 build/libvirt.so.0 build/libvirt-qemu.so.0 $(DESTDIR)$(LIBDIR)
	ln -sf libvirt.so.0 $(DESTDIR)$(LIBDIR)/libvirt.so
	ln -sf libvirt-qemu.so.0 $(DESTDIR)$(LIBDIR)/libvirt-qemu.so
	install -m 644 $(headers) $(DESTDIR)$(INCLUDEDIR)/libvirt

clean: ## remove everything that was built
	$(CARGO) clean
	rm -rf build

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
