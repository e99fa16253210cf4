#!/bin/bash
# Installs what the build, the demo and the tests need on Debian 12.
# --help says how; the lists of packages are right below.
set -euo pipefail

build_packages="gcc libc6-dev make pkg-config"
demo_packages="qemu-system-x86 qemu-utils nasm libvirt-dev"
test_packages="libvirt0 libvirt-clients libvirt-daemon libvirt-daemon-driver-qemu
               python3-libvirt python3-gi gir1.2-libvirt-glib-1.0 libvirt-doc
               g++ binutils valgrind strace libsys-virt-perl ruby-libvirt
               openssh-client openssh-server netcat-openbsd socat sasl2-bin libsasl2-modules
               polkitd dbus-daemon collectd-core
               python3-dev python3-lxml python3-pip python3-setuptools python3-wheel"

# C sources that the tests build, by version, from PyPI: Debian's archive has one
# version only, and sources need an entry of their own in apt's configuration.
declare -A libvirt_python=(
    [9.0.0]=sha256:49702d33fa8cbcae19fa727467a69f7ae2241b3091324085ca1cc752b2b414ce
    [12.8.0]=sha256:ab24a102ebf99b913ddc3459031aa71a48b0b1cdbb0f423b4ea278052791ac8a
)
sources=${XDG_CACHE_HOME:-$HOME/.cache}/oxvirt

# Edition 2024, and LLD as the default linker of this target on stable.
rust_version=1.90
rust_target=x86_64-unknown-linux-gnu

usage() {
    cat <<'END'
usage: setup-debian.sh [--check] [--yes]

Installs the Debian packages that oxvirt's build, demo (make demo) and tests
(make check) need, and checks the Rust compiler and its linker, which it does not
install. Fetches the sources that the tests build to ~/.cache/oxvirt; if it cannot,
it says so and goes on. It first prints what it will do, and asks, if stdin is a
terminal. It does nothing if nothing is missing. Uses sudo if not started by root.

  --check   only report: exit status 1 if something is missing
  --yes     do not ask
  --help    print this and exit

Exit status: 0 if all is there at the end, 1 if not, 2 for wrong usage.
END
}

say() { printf '%s\n' "$*"; }

die() {
    printf 'setup-debian: %s\n' "$*" >&2
    exit 1
}

# Runs a command as root.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        die "not root and no sudo here; as root, run: $*"
    fi
}

is_installed() {
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

installed_version() { dpkg-query -W -f '${Version}' "$1" 2>/dev/null; }

# What apt would install; empty if it does not know the package (yet).
candidate_version() {
    LC_ALL=C apt-cache policy "$1" 2>/dev/null |
        awk '$1 == "Candidate:" && $2 != "(none)" { print $2 }'
}

missing_of() {
    local package
    for package in "$@"; do
        is_installed "$package" || printf '%s ' "$package"
    done
}

# QEMU's packages are one source and depend on each other in exactly one version.
# A newer qemu-utils, as from backports, makes apt refuse Debian's own
# qemu-system-x86 ("held broken packages"). Then it is to be downgraded; prints
# the version to take, or nothing.
qemu_utils_downgrade() {
    local wanted have
    is_installed qemu-utils && ! is_installed qemu-system-x86 || return 0
    have=$(installed_version qemu-utils)
    wanted=$(candidate_version qemu-system-x86)
    if [ -n "$wanted" ] && dpkg --compare-versions "$have" gt "$wanted"; then
        printf '%s' "$wanted"
    fi
}

# The versions of libvirt-python that are not there.
missing_sources() {
    local version
    for version in "${!libvirt_python[@]}"; do
        [ -e "$sources/libvirt-python-$version.tar.gz" ] || printf '%s ' "$version"
    done
}

# Sets install (arguments for apt-get install) and prints the plan.
make_plan() {
    local group packages missing downgrade versions
    install=()
    for group in build demo test; do
        packages=${group}_packages
        # shellcheck disable=SC2086 # a list of words
        missing=$(missing_of ${!packages})
        if [ -n "$missing" ]; then
            say "$group: to be installed: $missing"
            # shellcheck disable=SC2206
            install+=($missing)
        else
            say "$group: all packages are there"
        fi
    done
    versions=$(missing_sources)
    [ -z "$versions" ] || say "test: libvirt-python to be fetched: $versions"
    downgrade=$(qemu_utils_downgrade)
    if [ -n "$downgrade" ]; then
        say "demo: qemu-utils $(installed_version qemu-utils) is newer than what" \
            "qemu-system-x86 here can be installed with; to be downgraded to $downgrade"
        install+=("qemu-utils=$downgrade" --allow-downgrades)
    fi
}

# Without recommended packages: those are graphical front ends, UEFI firmware and
# the like. What QEMU cannot do without (seabios, ipxe-qemu) it depends on.
apt_install() {
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y --no-install-recommends "$@"
}

install_packages() {
    if apt_install "${install[@]}"; then
        return
    fi
    say "apt-get failed; once more with fresh lists of packages"
    as_root apt-get update
    # The lists may name other versions, or packages unknown before.
    make_plan
    apt_install "${install[@]}"
}

# pip checks the digests. It also asks the source for its dependencies, which makes
# that look for libvirt-dev.
fetch_sources() {
    local version temporary
    temporary=$(mktemp -d)
    mkdir -p "$sources"
    for version in $(missing_sources); do
        say "libvirt-python==$version --hash=${libvirt_python[$version]}" >"$temporary/requirements"
        if /usr/bin/python3 -m pip download --quiet --disable-pip-version-check \
            --no-deps --no-binary :all: --no-build-isolation --require-hashes \
            --dest "$temporary" --requirement "$temporary/requirements"; then
            # Its name has a hyphen or an underscore.
            mv "$temporary"/libvirt?python-"$version".tar.gz "$sources/libvirt-python-$version.tar.gz"
        else
            say "libvirt-python $version could not be fetched; tests that build it will fail"
        fi
    done
    rm -rf "$temporary"
}

# Links a one-function library as the build does, and looks who linked it.
linker_is_lld() {
    local dir result=1
    dir=$(mktemp -d)
    say '#[unsafe(no_mangle)] pub extern "C" fn probe() {}' >"$dir/probe.rs"
    if rustc --edition 2024 --target "$rust_target" --crate-type cdylib \
        -o "$dir/libprobe.so" "$dir/probe.rs" 2>"$dir/errors"; then
        # Each linker signs its work in .comment.
        grep -aq 'Linker: LLD' "$dir/libprobe.so" && result=0
    else
        sed 's/^/    /' "$dir/errors"
    fi
    rm -rf "$dir"
    return $result
}

check_rust() {
    local version
    if ! command -v rustc >/dev/null || ! command -v cargo >/dev/null; then
        say "rust: no rustc and cargo in PATH; Debian 12's own are too old. Install" \
            "rustup (https://rustup.rs), then run: rustup toolchain install stable"
        return 1
    fi
    version=$(rustc --version | awk '{ print $2 }')
    if ! dpkg --compare-versions "${version%%-*}" ge "$rust_version"; then
        say "rust: rustc $version is older than $rust_version. Run: rustup update stable"
        return 1
    fi
    if ! command -v cc >/dev/null; then
        say "rust: rustc $version is there; its linker cannot be tried without cc"
        return 1
    fi
    if ! linker_is_lld; then
        say "rust: rustc $version does not link with LLD for $rust_target, which the" \
            "symbol versions need. The toolchains of rustup do; distributions' may not." \
            "Run: rustup toolchain install stable && rustup default stable, and see" \
            "that no -Clinker or -Clink-arg=-fuse-ld in RUSTFLAGS or a cargo" \
            "configuration chooses another linker"
        return 1
    fi
    say "rust: rustc $version links with LLD"
}

confirmed() {
    local answer
    if [ "$yes" = 1 ] || ! [ -t 0 ]; then
        return 0
    fi
    read -r -p "Go ahead? [Y/n] " answer
    [[ $answer =~ ^([Yy].*)?$ ]]
}

check_only=0
yes=0
for argument in "$@"; do
    case $argument in
        --check) check_only=1 ;;
        --yes) yes=1 ;;
        --help) usage; exit 0 ;;
        *) usage >&2; exit 2 ;;
    esac
done

command -v dpkg-query >/dev/null && command -v apt-get >/dev/null ||
    die "this is not Debian; see the top of this script for what is needed"

make_plan
if [ ${#install[@]} -gt 0 ] || [ -n "$(missing_sources)" ]; then
    if [ "$check_only" = 1 ]; then
        check_rust || true
        exit 1
    fi
    confirmed || die "nothing was changed"
    [ ${#install[@]} -eq 0 ] || install_packages
    fetch_sources
fi
check_rust
