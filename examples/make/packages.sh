# The Debian packages that make the examples. Sourced by make-examples.sh.

example_packages=(openssl mosquitto mosquitto-clients curl tcpdump minisign u-boot-tools whois iproute2
  dnsmasq-base nginx-light udhcpc busybox inetutils-telnetd inetutils-telnet socat chrony ethtool nmap
  squashfs-tools procps perl-base)

# Installs what is missing. No service is started: a policy-rc.d that says no stands while apt runs.
packages_present() {
  local missing=() name
  for name in "${example_packages[@]}"; do
    [[ $(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null) == installed ]] || missing+=("$name")
  done
  [[ ${#missing[@]} -gt 0 ]] || return 0
  command -v apt-get >/dev/null || die "these Debian packages are missing: ${missing[*]}"
  say "installing ${missing[*]}"
  local guard=/usr/sbin/policy-rc.d made=
  if [[ ! -e $guard ]]; then
    printf '#!/bin/sh\nexit 101\n' >"$guard"
    chmod 755 "$guard"
    made=yes
  fi
  local code=0
  DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends \
    "${missing[@]}" >/dev/null || code=$?
  [[ -z $made ]] || rm -f "$guard"
  [[ $code == 0 ]] || die "apt-get could not install: ${missing[*]}"
}
