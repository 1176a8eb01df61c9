#!/usr/bin/env bash
# Makes the two example dossiers beside it, by real programs that talk in network namespaces.
#
#   sudo examples/make-examples.sh [harbour-lamp] [parley-bear]
#
# Needs Debian 12 and root. Installs the Debian packages that it lacks. No frame leaves the namespaces,
# everything is bounded in time and number, and namespaces, private keys and servers go when it ends.
# A new run makes new keys, passwords and captures: commit a dossier as a whole or not at all.
set -euo pipefail
export LC_ALL=C TZ=UTC

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
make=$here/make
work=

say() { printf 'make-examples: %s\n' "$*" >&2; }
die() {
  say "$*"
  [[ -z $work ]] || tail -n 5 "$work"/*.log "$work"/unit/var/log/* "$work/said" >&2 2>/dev/null || true
  exit 2
}
now() { date -u +%Y-%m-%dT%H:%M:%SZ; }

# shellcheck source=make/packages.sh
. "$make/packages.sh"
# shellcheck source=make/network.sh
. "$make/network.sh"
# shellcheck source=make/certificates.sh
. "$make/certificates.sh"
# shellcheck source=make/evidence.sh
. "$make/evidence.sh"
# shellcheck source=make/harbour-lamp.sh
. "$make/harbour-lamp.sh"
# shellcheck source=make/harbour-lamp-tests.sh
. "$make/harbour-lamp-tests.sh"
# shellcheck source=make/parley-bear.sh
. "$make/parley-bear.sh"

clean_up() {
  network_down
  [[ -z $work ]] || rm -rf "$work"
}

main() {
  [[ $(id -u) == 0 ]] || die "needs root for network namespaces: sudo $0"
  packages_present
  exec {lock}>/run/lock/plimsoll-examples
  flock -n "$lock" || die "another run is under way"
  work=$(mktemp -d /tmp/make-examples.XXXXXX)
  chmod 755 "$work"
  trap clean_up EXIT
  trap 'exit 130' INT TERM
  network_down
  local wanted=("$@")
  [[ ${#wanted[@]} -gt 0 ]] || wanted=(harbour-lamp parley-bear)
  local name
  for name in "${wanted[@]}"; do
    case $name in
      harbour-lamp) harbour_lamp ;;
      parley-bear) parley_bear ;;
      *) die "no example is called '$name': harbour-lamp or parley-bear" ;;
    esac
  done
}

main "$@"
