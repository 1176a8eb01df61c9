# A home and an internet of four network namespaces. Sourced by make-examples.sh.
#
#   device, phone --- bridge in "gate" --- "net": name server, time server and the vendor's hosts
#
# Addresses are those set aside for documentation (RFC 5737, RFC 3849); names end in .example (RFC 2606).

ns_device=plimsoll-device
ns_phone=plimsoll-phone
ns_gate=plimsoll-gate
ns_net=plimsoll-net
ns_all=("$ns_device" "$ns_phone" "$ns_gate" "$ns_net")

lan4=192.168.77
lan6=2001:db8:77
phone_mac=02:50:48:4f:4e:01
gate_mac=02:47:41:54:45:01
resolver=203.0.113.53

# in_ns NAMESPACE COMMAND...: bounded in time whatever it is.
in_ns() {
  local ns=$1
  shift
  [[ -z ${shown_to:-} ]] || shown "${ns#plimsoll-}" "$@" >>"$shown_to"
  timeout --kill-after=5 "${limit:-60}" ip netns exec "$ns" "$@"
}
device() { in_ns "$ns_device" "$@"; }
phone() { in_ns "$ns_phone" "$@"; }

# network_up DEVICE_MAC
network_up() {
  local mac=$1 ns
  for ns in "${ns_all[@]}"; do
    ip netns add "$ns"
    ip -n "$ns" link set lo up
    mkdir -p "/etc/netns/$ns"
    printf 'nameserver %s.1\n' "$lan4" >"/etc/netns/$ns/resolv.conf"
  done
  ip -n "$ns_gate" link add home type bridge
  ip -n "$ns_gate" link set home address "$gate_mac" up
  cable "$ns_device" wlan0 "$mac" device home
  cable "$ns_phone" wlan0 "$phone_mac" phone home
  cable "$ns_net" eth0 02:49:4e:45:54:01 wan
  address "$ns_gate" home "$lan4.1/24" "$lan6::1/64"
  address "$ns_gate" wan 203.0.113.1/24 2001:db8:113::1/64
  address "$ns_phone" wlan0 "$lan4.20/24" "$lan6::20/64"
  address "$ns_net" eth0 "$resolver/24" 2001:db8:113::53/64
  ip -n "$ns_phone" route add default via "$lan4.1"
  ip -n "$ns_phone" -6 route add default via "$lan6::1"
  ip -n "$ns_net" route add default via 203.0.113.1
  ip -n "$ns_net" -6 route add default via 2001:db8:113::1
  ip -n "$ns_gate" route add 198.51.100.0/24 via "$resolver"
  ip netns exec "$ns_gate" sysctl -qw net.ipv4.ip_forward=1 net.ipv6.conf.all.forwarding=1
}

# cable NAMESPACE INTERFACE MAC PORT [BRIDGE]: joins the namespace to a port of the gateway.
cable() {
  ip -n "$ns_gate" link add "$4" type veth peer name "$2" netns "$1"
  ip -n "$1" link set "$2" address "$3" up
  ip -n "$ns_gate" link set "$4" up
  [[ -z ${5:-} ]] || ip -n "$ns_gate" link set "$4" master "$5"
  # Real frames and checksums, not the large unfinished ones that the kernel hands round by itself.
  ip netns exec "$1" ethtool -K "$2" tx off gso off tso off gro off >/dev/null
  ip netns exec "$ns_gate" ethtool -K "$4" tx off gso off tso off gro off >/dev/null
}

# address NAMESPACE INTERFACE IPV4 [IPV6]
address() {
  ip -n "$1" address add "$3" dev "$2"
  [[ -z ${4:-} ]] || ip -n "$1" -6 address add "$4" dev "$2" nodad
}

# host_addresses ADDRESS...: further addresses of the vendor's hosts on the internet side.
host_addresses() {
  local one
  for one in "$@"; do
    case $one in
      *:*) ip -n "$ns_net" -6 address add "$one/128" dev eth0 nodad ;;
      *) ip -n "$ns_net" address add "$one/32" dev eth0 ;;
    esac
  done
}

# name_servers RECORD...: the resolver on the internet side (dnsmasq options), and the gateway that asks it and gives addresses.
name_servers() {
  in_background "$ns_net" dns dnsmasq --keep-in-foreground --conf-file=/dev/null --no-resolv --no-hosts --user=root \
    --listen-address="$resolver" --bind-interfaces --pid-file= "$@"
  in_background "$ns_gate" gateway dnsmasq --keep-in-foreground --conf-file=/dev/null --no-resolv --no-hosts --user=root \
    --interface=home --bind-interfaces --pid-file= --server="$resolver" --dhcp-leasefile="$work/leases" \
    --dhcp-range="$lan4.50,$lan4.99,1h" --dhcp-authoritative --no-ping
}

# home_lease NAME: the device asks the gateway for an address, which is then in $lease_address.
home_lease() {
  cat >"$work/lease" <<'SCRIPT'
#!/bin/sh
[ "$1" = bound ] || exit 0
ip address add "$ip/24" dev "$interface"
ip route add default via "$router"
SCRIPT
  chmod 755 "$work/lease"
  device ip address flush dev wlan0 scope global
  device busybox udhcpc -i wlan0 -f -q -n -t 3 -T 2 -s "$work/lease" -x "hostname:$1" >"$work/udhcpc.log" 2>&1
  lease_address=$(device ip -4 -o address show dev wlan0 | sed -n 's#.*inet \([0-9.]*\)/.*#\1#p')
  device ip -6 address add "$lan6::107/64" dev wlan0 nodad
  device ip -6 route add default via "$lan6::1"
}
lease_address=

time_server() {
  cat >"$work/chrony.conf" <<CONF
local stratum 2
allow all
bindcmdaddress /
cmdport 0
pidfile $work/chronyd.pid
CONF
  in_background "$ns_net" time chronyd -d -x -u root -f "$work/chrony.conf"
}

# Asks a time server and tells the answer; the clock is not touched.
ask_time() { device chronyd -Q -t 4 -u root "server $1 iburst maxsamples 1" "cmdport 0" "pidfile $work/ask.pid" >/dev/null 2>&1 || true; }

# in_background NAMESPACE LOG COMMAND...: a server that lives for ten minutes at most and ends with its namespace.
in_background() {
  local ns=$1 log=$2
  shift 2
  timeout --kill-after=2 600 ip netns exec "$ns" "$@" >>"$work/$log.log" 2>&1 &
  servers[$log]=$!
}
declare -A servers=()

# stop LOG: ends the server of that name.
stop() {
  [[ -n ${servers[$1]:-} ]] || return 0
  kill "${servers[$1]}" 2>/dev/null || true
  wait "${servers[$1]}" 2>/dev/null || true
  unset "servers[$1]"
}

# until_open NAMESPACE ADDRESS PORT: waits until something listens there.
until_open() {
  local try
  for try in {1..50}; do
    ip netns exec "$1" timeout 1 bash -c "exec 3<>/dev/tcp/$2/$3" 2>/dev/null && return 0
    sleep 0.1
  done
  die "nothing listens at $2 port $3 after $try tries; see $work"
}

# The gateway sees what the device sends and gets, home and away. Frames of the phone alone stay out
# unless asked for: capture FILE FILTER.
capture_start() {
  ip netns exec "$ns_gate" tcpdump -i home -U -s 0 -Z root -w "$1" "$2" 2>"$work/tcpdump.log" &
  servers[capture]=$!
  local try
  for try in {1..50}; do
    grep -qs 'listening on' "$work/tcpdump.log" && return 0
    sleep 0.1
  done
  die "tcpdump did not start after $try tries: $(cat "$work/tcpdump.log")"
}

capture_stop() {
  sleep 1.2
  stop capture
}

network_down() {
  local name ns pid
  for name in "${!servers[@]}"; do stop "$name"; done
  for ns in "${ns_all[@]}"; do
    [[ -e /run/netns/$ns ]] || continue
    # Only what runs inside these namespaces, which this script alone makes.
    for pid in $(ip netns pids "$ns"); do kill "$pid" 2>/dev/null || true; done
    ip netns delete "$ns"
    rm -rf "/etc/netns/$ns"
  done
  rmdir /etc/netns 2>/dev/null || true
}
