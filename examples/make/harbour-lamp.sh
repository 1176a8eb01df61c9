# The Harbour Lamp: its unit, its maker's hosts, its captures. Sourced by make-examples.sh.

lamp_mac=02:4c:41:4d:50:07
lamp_serial=HL24000107
lamp_address=
lamp_password=
lamp_pki=
lamp_label_password=

harbour_lamp() {
  dossier=$here/harbour-lamp
  say "Harbour Lamp: keys, packages and labels"
  rm -rf "$dossier"
  mkdir -p "$dossier"/{captures,update,web,records,transcripts} "$work/updates" "$work/tmp"
  lamp_pki=$work/pki
  authority "$lamp_pki" "Quayside Home"
  certificate "$lamp_pki" cloud quayside-home.example api.quayside-home.example account.quayside-home.example \
    updates.quayside-home.example
  certificate "$lamp_pki" broker mqtt.quayside-home.example
  certificate "$lamp_pki" unit lamp-07.quayside-home.example IP:192.168.4.1
  lamp_labels
  lamp_packages
  lamp_unit
  network_up "$lamp_mac"
  lamp_hosts
  lamp_setup
  lamp_idle
  lamp_use
  lamp_pages
  lamp_tests_before_update
  lamp_update
  lamp_tests_after_update
  lamp_product
  network_down
  say "Harbour Lamp: done"
}

# Twelve units as they come off one day's line: serials, MACs and names count up, passwords are drawn.
lamp_labels() {
  local unit password
  {
    echo serial,mac,ssid,password
    for unit in {1..12}; do
      password=$(random_password)
      printf 'HL24%06d,02:4c:41:4d:50:%02x,HarbourLamp-%04X,%s\n' $((100 + unit)) "$unit" $((0x5000 + unit)) "$password"
      [[ $unit != 7 ]] || lamp_password=$password
    done
  } >"$dossier/labels.csv"
}

# 14 of 31 signs that nobody mixes up, about 69 bits. Each byte below 248 gives one sign, so none comes up more often.
random_password() {
  openssl rand -hex 64 | perl -ne '
    my @signs = split //, "abcdefghjkmnpqrstuvwxyz23456789";
    my $out = "";
    for my $byte (map hex, /../g) { $out .= $signs[$byte % 31] if $byte < 248 && length $out < 14 }
    print $out'
}

# The root file system of 1.2.0, and 1.3.0 as a package signed with the maker's key.
lamp_packages() {
  mkdir "$work/maker"
  minisign -G -W -f -p "$work/maker/update.pub" -s "$work/maker/update.key" >/dev/null
  lamp_root_file_system "$work/image-1.2.0" 1.2.0
  lamp_root_file_system "$work/image-1.3.0" 1.3.0
  lamp_package "$work/image-1.3.0" "$work/updates/harbour-lamp/harbour-lamp-1.3.0.bin"
  sed 1d "$work/maker/update.pub" | { printf 'untrusted comment: Harbour Lamp updates, Quayside Home\n'; cat; } >"$dossier/update/update.pub"
  mkdir -p "$dossier/rootfs"
  cp -a "$work/image-1.2.0/." "$dossier/rootfs"
}

lamp_root_file_system() {
  mkdir -p "$1"
  cp -R "$make/harbour-lamp/rootfs/." "$1"
  sed -i "s/^VERSION_ID=.*/VERSION_ID=$2/" "$1/etc/os-release"
  cp "$work/maker/update.pub" "$1/etc/lamp/update.pub"
  cp "$lamp_pki/ca.pem" "$1/etc/lamp/quayside-root.pem"
  chmod -R u=rwX,go=rX "$1"
}

# lamp_package IMAGE FILE [KEY]: a squashfs and its signature.
lamp_package() {
  mkdir -p "$(dirname "$2")"
  rm -f "$2"
  SOURCE_DATE_EPOCH=1793000000 mksquashfs "$1" "$2" -all-root -no-xattrs -no-progress -quiet >/dev/null
  minisign -S -s "${3:-$work/maker/update.key}" -m "$2" -x "$2.minisig" -c 'Harbour Lamp update, Quayside Home' \
    -t "harbour-lamp $(sed -n 's/^VERSION_ID=//p' "$1/etc/os-release")" >/dev/null </dev/null
}

# The unit under test as it leaves the factory: slot a with 1.2.0, its label password, its certificate.
lamp_unit() {
  unit=$work/unit
  rm -rf "$unit"
  cp -R "$work/image-1.2.0" "$unit"
  mkdir -p "$unit"/var/{lib/lamp/pages,log,run,slots,tmp}
  printf 'SERIAL=%s\nTOKEN=%s\n' "$lamp_serial" "$(openssl rand -hex 16)" >"$unit/var/lib/lamp/unit"
  printf 'owner:%s\n' "$(openssl passwd -6 "$lamp_password")" >"$unit/var/lib/lamp/owner"
  cp "$unit/var/lib/lamp/owner" "$unit/var/lib/lamp/label"
  cp "$lamp_pki/unit.pem" "$unit/var/lib/lamp/tls.pem"
  cp "$lamp_pki/unit.key" "$unit/var/lib/lamp/tls.key"
  lamp_factory_settings
}

lamp_factory_settings() {
  rm -f "$unit"/var/lib/lamp/pages/*
  cp "$unit/etc/lamp/factory-settings.json" "$unit/var/lib/lamp/pages/settings.json"
}

# What runs on the unit runs in its namespace and from its own root file system.
on_lamp() { device env LAMP_ROOT="$unit" "$@"; }

# lamp_power_on [SECONDS]: SECONDS between two looks for updates, where a day is too long to wait for.
lamp_power_on() {
  in_background "$ns_device" lamp env LAMP_ROOT="$unit" LAMP_EVERY="${1:-86400}" "$unit/usr/sbin/lamp-init"
  until_open "$ns_device" 127.0.0.1 443
}

# Pulls the plug: everything that runs on the unit ends at once.
lamp_power_off() {
  local pid
  for pid in $(ip netns pids "$ns_device"); do kill -9 "$pid" 2>/dev/null || true; done
  stop lamp
}

lamp_hosts() {
  host_addresses 203.0.113.10 198.51.100.20 198.51.100.21 203.0.113.30 2001:db8:113::10 2001:db8:113::20
  name_servers \
    --host-record=quayside-home.example,203.0.113.10,2001:db8:113::10 \
    --host-record=api.quayside-home.example,198.51.100.20,2001:db8:113::20 \
    --cname=account.quayside-home.example,api.quayside-home.example \
    --host-record=mqtt.quayside-home.example,198.51.100.21 \
    --host-record=edge-7.cdn-north.example,203.0.113.30 \
    --cname=updates.quayside-home.example,edge-7.cdn-north.example \
    --host-record=time.quayside-home.example,203.0.113.53
  time_server
  sed -e "s#@WORK@#$work#" -e "s#@WWW@#$make/harbour-lamp/www#" "$make/harbour-lamp/cloud.conf" >"$work/cloud.conf"
  sed "s#@WORK@#$work#" "$make/harbour-lamp/broker.conf" >"$work/broker.conf"
  app_token=$(openssl rand -hex 16)
  : >"$work/broker.passwords"
  mosquitto_passwd -b "$work/broker.passwords" "$lamp_serial" "$(sed -n 's/^TOKEN=//p' "$unit/var/lib/lamp/unit")"
  mosquitto_passwd -b "$work/broker.passwords" app "$app_token"
  echo 1.2.0 >"$work/updates/harbour-lamp/latest"
  in_background "$ns_net" accounts perl "$make/harbour-lamp/accounts.pl" 127.0.0.1 8081 \
    "$make/harbour-lamp/rootfs/etc/lamp/common-passwords" "$work/mail"
  lamp_cloud_start
  in_background "$ns_net" broker mosquitto -c "$work/broker.conf"
  until_open "$ns_net" 198.51.100.21 8883
}

lamp_cloud_start() {
  in_background "$ns_net" cloud nginx -c "$work/cloud.conf" -e "$work/cloud-error.log"
  until_open "$ns_net" 198.51.100.20 443
}

# app ADDRESS PATH CURL-OPTION...: the app to the lamp, over TLS, with the password of the label.
app_to_lamp() {
  local to=$1 path=$2
  shift 2
  phone curl -sS --max-time 8 --cacert "$lamp_pki/ca.pem" --connect-to "lamp-07.quayside-home.example:443:$to:443" \
    -u "owner:$lamp_password" "$@" "https://lamp-07.quayside-home.example$path"
}

app_to_cloud() {
  local url=$1
  shift
  phone curl -sS --max-time 8 --cacert "$lamp_pki/ca.pem" "$@" "$url"
}

# account ACTION JSON: what the app asks of the account service.
account() { app_to_cloud "https://account.quayside-home.example/v1/account/$1" -d "$2"; }

app_to_broker() {
  phone mosquitto_pub -h mqtt.quayside-home.example -p 8883 --cafile "$lamp_pki/ca.pem" -u app -P "$app_token" \
    -t "lamps/$lamp_serial/set" -q 1 -m "$1"
}

lamp_listen() {
  timeout 120 ip netns exec "$ns_device" env LAMP_ROOT="$unit" "$unit/usr/sbin/lamp-agent" listen "$1" >>"$work/lamp-heard" 2>&1 &
  listener=$!
  sleep 0.6
}

lamp_setup() {
  say "Harbour Lamp: set-up"
  lamp_setup_at=$(now)
  device ip address add 192.168.4.1/24 dev wlan0
  phone ip address add 192.168.4.2/24 dev wlan0
  lamp_power_on
  capture_start "$dossier/captures/setup.pcap" "ether host $lamp_mac"
  app_to_lamp 192.168.4.1 /settings.json >/dev/null
  app_to_lamp 192.168.4.1 /wifi.json -X PUT -d '{"ssid":"Number 9","passphrase":"correct-horse-9"}' >/dev/null
  phone ip address del 192.168.4.2/24 dev wlan0
  home_lease harbour-lamp
  lamp_address=$lease_address
  ask_time time.quayside-home.example
  on_lamp "$unit/usr/sbin/lamp-agent" register >/dev/null
  lamp_listen 3
  on_lamp "$unit/usr/sbin/lamp-agent" report >/dev/null
  wait "$listener"
  app_to_lamp "$lamp_address" /settings.json >"$work/settings-after-set-up.json"
  capture_stop
}

lamp_idle() {
  say "Harbour Lamp: idle"
  lamp_idle_at=$(now)
  capture_start "$dossier/captures/idle.pcap" "ether host $lamp_mac"
  lamp_listen 24
  sleep 4
  on_lamp "$unit/usr/sbin/lamp-agent" report >/dev/null
  sleep 8
  ask_time time.quayside-home.example
  on_lamp "$unit/usr/sbin/lamp-update" >/dev/null
  sleep 6
  on_lamp "$unit/usr/sbin/lamp-agent" report >/dev/null
  wait "$listener"
  capture_stop
}

lamp_use() {
  say "Harbour Lamp: use"
  lamp_use_at=$(now)
  capture_start "$dossier/captures/use.pcap" "ether host $lamp_mac"
  app_capture_start
  lamp_listen 9
  app_to_lamp "$lamp_address" /state.json -X PUT -d '{"on":true,"brightness":60}' >/dev/null
  app_to_lamp "$lamp_address" /state.json >/dev/null
  account signup '{"email":"tester@example.com","password":"a-long-pass-phrase"}' >/dev/null
  account login '{"email":"tester@example.com","password":"a-long-pass-phrase"}' >/dev/null
  app_to_broker '{"on":false}'
  app_to_broker '{"on":true,"brightness":35}'
  on_lamp "$unit/usr/sbin/lamp-agent" say '{"on":true,"brightness":35}'
  app_to_lamp "$lamp_address" /state.json -X PUT -d '{"on":true,"brightness":35}' >/dev/null
  on_lamp "$unit/usr/sbin/lamp-agent" report >/dev/null
  wait "$listener"
  capture_stop
  app_capture_stop
}

# What the phone sends and gets: the app's own traffic, for the account and the cloud.
app_capture_start() {
  ip netns exec "$ns_phone" tcpdump -i wlan0 -U -s 0 -Z root -w "$dossier/captures/app.pcap" "ether host $phone_mac" \
    2>"$work/tcpdump-app.log" &
  servers[app-capture]=$!
  sleep 0.8
}
app_capture_stop() { stop app-capture; }

# The public pages as anybody gets them.
lamp_pages() {
  local site=https://quayside-home.example
  fetch web/security.txt $site/.well-known/security.txt --cacert "$lamp_pki/ca.pem"
  fetch web/disclosure-policy.html $site/security/policy.html --cacert "$lamp_pki/ca.pem"
  fetch web/privacy.html $site/privacy.html --cacert "$lamp_pki/ca.pem"
  fetch web/harbour-lamp.html $site/harbour-lamp.html --cacert "$lamp_pki/ca.pem"
}

# The lamp is left alone: the maker publishes 1.3.0; the lamp finds it, checks it and starts from it by itself.
lamp_update() {
  say "Harbour Lamp: update"
  lamp_power_off
  lamp_power_on 4
  lamp_update_at=$(now)
  capture_start "$dossier/captures/update.pcap" "ether host $lamp_mac"
  transcript transcripts/unattended-update.txt app_to_lamp "$lamp_address" /version.json
  wanted_code 0 "version before the update"
  lamp_watch_outage &
  local watch=$!
  lamp_listen 20
  transcript transcripts/unattended-update.txt date -u
  echo 1.3.0 >"$work/updates/harbour-lamp/latest"
  wait "$watch"
  transcript transcripts/unattended-update.txt date -u
  transcript transcripts/unattended-update.txt app_to_lamp "$lamp_address" /version.json
  transcript transcripts/unattended-update.txt cat "$unit/var/log/update.log"
  on_lamp "$unit/usr/sbin/lamp-agent" report >/dev/null
  wait "$listener"
  capture_stop
  cp "$work/updates/harbour-lamp/harbour-lamp-1.3.0.bin"{,.minisig} "$dossier/update/"
}

# Asks for the lamp's own page about three times a second, for twenty seconds; a line for each try.
lamp_watch_outage() {
  local end=$((SECONDS + 20)) answer
  while ((SECONDS < end)); do
    answer=down
    ip netns exec "$ns_phone" timeout 1 bash -c "exec 3<>/dev/tcp/$lamp_address/443" 2>/dev/null && answer=up
    printf '%s %s\n' "$(date -u +%s.%3N)" "$answer"
    sleep 0.3
  done >"$dossier/transcripts/update-outage.txt"
}

lamp_product() {
  {
    cat <<YAML
# Invented product of an invented maker. Everything under evidence was made by real programs; see README.md.
product:
  name: Harbour Lamp
  vendor: Quayside Home
  model: HL-2
  category: lighting
  audience: general
  markets: [GB]
  firmware: 1.2.0
  on_sale: 2026-03-02
  support_until: 2032-06-30
  device: {mac: ["$lamp_mac"], ip: ["$lamp_address"]}
  facts:
    net.wifi: true
    net.lan_service: true
    radio.shortrange: {value: false, evidence: web/harbour-lamp.html}
    setup.softap: true
    setup.ble: {value: false, evidence: web/harbour-lamp.html}
    app.companion: true
    cloud.portal: true
    account.exists: true
    auth.password.remote: true
    auth.passwordless: {value: false, evidence: web/harbour-lamp.html}
    sw.mutable: true
    data.personal: true
    data.personal.stored: true
    data.marketing: {value: false, evidence: web/privacy.html}
evidence:
YAML
    local state at
    for state in setup idle use update; do
      at=lamp_${state}_at
      entry "captures/$state.pcap" capture "covers: [$state]" "interface: wifi" "firmware: 1.2.0" "at: ${!at}"
    done
    entry captures/app.pcap attachment
    entry update/harbour-lamp-1.3.0.bin update "url: https://updates.quayside-home.example/harbour-lamp/harbour-lamp-1.3.0.bin" \
      "signature: update/harbour-lamp-1.3.0.bin.minisig" "key: update/update.pub" "at: $lamp_update_at"
    entry update/harbour-lamp-1.3.0.bin.minisig attachment
    entry update/update.pub key
    entry rootfs rootfs "firmware: 1.2.0" "at: $lamp_setup_at"
    entry labels.csv units "at: $lamp_setup_at"
    entry sbom.cdx.json sbom "firmware: 1.2.0" "at: $lamp_setup_at"
    fetched web/security.txt security.txt
    fetched web/disclosure-policy.html disclosure-policy
    fetched web/privacy.html privacy-policy
    fetched web/harbour-lamp.html statement
    records
  } >"$dossier/product.yaml"
  cp "$make/harbour-lamp/README.md" "$dossier/README.md"
  lamp_sbom >"$dossier/sbom.cdx.json"
}

# The programs that run on the unit, with the versions that really ran.
lamp_sbom() {
  local name version first=yes
  printf '{\n  "bomFormat": "CycloneDX",\n  "specVersion": "1.6",\n  "serialNumber": "urn:uuid:%s",\n  "version": 1,\n' "$(cat /proc/sys/kernel/random/uuid)"
  printf '  "metadata": {\n    "timestamp": "%s",\n    "component": {"type": "firmware", "bom-ref": "harbour-lamp", "name": "Harbour Lamp", "version": "1.2.0"}\n  },\n' "$(now)"
  printf '  "components": ['
  for name in nginx curl mosquitto-clients openssl minisign busybox squashfs-tools; do
    version=$(dpkg-query -W -f '${Version}' "$name")
    [[ $first == yes ]] || printf ','
    first=
    printf '\n    {"type": "application", "bom-ref": "%s", "name": "%s", "version": "%s", "purl": "pkg:deb/debian/%s@%s?distro=bookworm"}' \
      "$name" "$name" "${version%%-*}" "$name" "$(sed 's/+/%2B/g; s/:/%3A/g' <<<"$version")"
  done
  printf '\n  ]\n}\n'
}
