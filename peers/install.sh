#!/usr/bin/env bash
# Installs the Debian programs that the second stage of the tests compares with. Quiet; installs only what is missing.
#
#   sudo peers/install.sh
set -euo pipefail

wanted=(tshark openssl curl mosquitto mosquitto-clients minisign gnupg signify-openbsd u-boot-tools whois rauc squashfs-tools john)
# Taken where the release has them, not missed where it has not.
welcome=(swupdate chromium nodejs)

say() { printf 'peers: %s\n' "$*" >&2; }
installed() { [[ $(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null) == installed ]]; }

# Another Node than Debian's is as good.
present() { installed "$1" || { [[ $1 == nodejs ]] && command -v node >/dev/null; }; }

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
  say "this is no Debian: install these by hand: ${wanted[*]} ${welcome[*]}"
  exit 1
fi

missing=()
for name in "${wanted[@]}"; do present "$name" || missing+=("$name"); done
for name in "${welcome[@]}"; do
  present "$name" || [[ -z $(apt-cache madison "$name" 2>/dev/null) ]] || missing+=("$name")
done
[[ ${#missing[@]} -gt 0 ]] || exit 0

if [[ $(id -u) != 0 ]]; then
  say "missing: ${missing[*]}; run: sudo ${BASH_SOURCE[0]}"
  exit 1
fi

# The services among them (mosquitto, swupdate) must not start by themselves.
guard=/usr/sbin/policy-rc.d
if [[ ! -e $guard ]]; then
  trap 'rm -f "$guard"' EXIT
  printf '#!/bin/sh\nexit 101\n' >"$guard"
  chmod 755 "$guard"
fi

install() {
  DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends "$@" >/dev/null 2>"$errors"
}
errors=$(mktemp)
if ! install "${missing[@]}"; then
  apt-get -o DPkg::Lock::Timeout=300 update -qq >/dev/null 2>&1 || true
  if ! install "${missing[@]}"; then
    say "apt-get could not install ${missing[*]}: $(grep -m 1 '^E:' "$errors" || tail -n 1 "$errors")"
    rm -f "$errors"
    exit 1
  fi
fi
rm -f "$errors"
say "installed ${missing[*]}"
