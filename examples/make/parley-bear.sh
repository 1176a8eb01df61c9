# The Parley Bear, a talking toy after the one of 2017: its unit, its maker's hosts, its captures. Sourced by make-examples.sh.

bear_mac=02:42:45:41:52:31
bear_password=teddy2016
bear_address=

parley_bear() {
  dossier=$here/parley-bear
  say "Parley Bear: firmware and labels"
  rm -rf "$dossier"
  mkdir -p "$dossier"/{captures,firmware,web,records,transcripts} "$work/bear-www" "$work/bear-tmp" "$work/bear/run"
  bear_labels
  bear_firmware
  network_up "$bear_mac"
  bear_hosts
  bear_setup
  bear_idle
  bear_use
  bear_update
  bear_pages
  bear_tests
  bear_product
  network_down
  say "Parley Bear: done"
}

bear_labels() {
  local unit
  {
    echo serial,mac,ssid,password
    for unit in {1..6}; do
      printf 'PB1607%04d,02:42:45:41:52:%02x,ParleyBear,%s\n' $((3100 + unit * 17)) $((0x30 + unit)) "$bear_password"
    done
  } >"$dossier/labels.csv"
}

# The root file system with a password that every list of defaults has, as squashfs in a uImage: a checksum, no signature.
bear_firmware() {
  bear_root=$work/bear-root
  mkdir -p "$bear_root"
  cp -R "$make/parley-bear/rootfs/." "$bear_root"
  printf 'root:%s:17000:0:99999:7:::\ndaemon:*:17000:0:99999:7:::\nwww:*:17000:0:99999:7:::\n' \
    "$(mkpasswd -m md5crypt -S bEarBear 123456)" >"$bear_root/etc/shadow"
  chmod -R u=rwX,go=rX "$bear_root"
  mkdir -p "$dossier/rootfs" "$work/bear-www/parley-bear"
  cp -a "$bear_root/." "$dossier/rootfs"
  sed -i 's/^VERSION_ID=.*/VERSION_ID=1.8/' "$dossier/rootfs/etc/os-release"
  SOURCE_DATE_EPOCH=1793000000 mksquashfs "$bear_root" "$work/bear.squashfs" -all-root -no-xattrs -no-progress -quiet >/dev/null
  SOURCE_DATE_EPOCH=1793000000 mkimage -A arm -O linux -T filesystem -C none -n 'ParleyBear-1.9' -d "$work/bear.squashfs" \
    "$work/bear-www/parley-bear/bear-1.9.uimage" >/dev/null
  echo 1.9 >"$work/bear-www/parley-bear/version.txt"
}

bear_hosts() {
  host_addresses 203.0.113.80 198.51.100.80
  name_servers \
    --host-record=storytime-toys.example,203.0.113.80 \
    --host-record=fw.storytime-toys.example,203.0.113.80 \
    --host-record=voice.storytime-toys.example,198.51.100.80 \
    --host-record=mqtt.storytime-toys.example,198.51.100.80 \
    --host-record=pool.time-keepers.example,203.0.113.53
  time_server
  sed -e "s#@WORK@#$work#" -e "s#@WWW@#$make/parley-bear/www#" "$make/parley-bear/cloud.conf" >"$work/bear-cloud.conf"
  : >"$work/bear-broker.passwords"
  mosquitto_passwd -b "$work/bear-broker.passwords" bear honeypot
  printf 'listener 1883 198.51.100.80\nallow_anonymous false\npassword_file %s\nuser root\npersistence false\n' \
    "$work/bear-broker.passwords" >"$work/bear-broker.conf"
  in_background "$ns_net" bear-cloud nginx -c "$work/bear-cloud.conf" -e "$work/bear-cloud-error.log"
  in_background "$ns_net" bear-broker mosquitto -c "$work/bear-broker.conf"
  until_open "$ns_net" 198.51.100.80 80
  until_open "$ns_net" 198.51.100.80 1883
}

# What the bear offers at home: a page in clear, and telnet.
bear_power_on() {
  mkdir -p "$work/bear/pages"
  printf 'admin:%s\n' "$(openssl passwd -1 -salt bEarBear "$bear_password")" >"$work/bear/users"
  cp "$make/parley-bear/admin.html" "$work/bear/pages/index.html"
  sed "s#@WORK@#$work#" "$make/parley-bear/bear.conf" >"$work/bear/nginx.conf"
  sed "s#@ROOT@#$bear_root#" "$make/parley-bear/login" >"$work/bear/login"
  chmod 755 "$work/bear/login"
  in_background "$ns_device" bear-web nginx -c "$work/bear/nginx.conf" -e "$work/bear-web-error.log"
  in_background "$ns_device" bear-telnet socat TCP4-LISTEN:23,reuseaddr,fork \
    "EXEC:/usr/sbin/telnetd -h --exec-login=$work/bear/login,nofork"
  until_open "$ns_device" 127.0.0.1 80
}

app_to_bear() {
  local path=$1
  shift
  phone curl -sS --max-time 8 -u "admin:$bear_password" "$@" "http://${bear_address:-192.168.4.1}$path"
}

bear_says() {
  device mosquitto_pub -h mqtt.storytime-toys.example -p 1883 -i bear-3117 -u bear -P honeypot -t "bears/3117/$1" -m "$2"
}

# A second of sound, as the microphone would give it: 8 kHz, 8 bits, one channel.
bear_recording() {
  perl -e 'my $n = 8000; my $s = join "", map { chr(int(128 + 60 * sin($_ / 5.7) * sin($_ / 900) + 20 * sin($_ / 2.3))) } 1 .. $n;
    print "RIFF", pack("V", 36 + $n), "WAVEfmt ", pack("VvvVVvv", 16, 1, 1, 8000, 8000, 1, 8), "data", pack("V", $n), $s' >"$work/note.wav"
}

bear_upload() {
  device curl -sS --max-time 8 -o /dev/null -F toy=PB16073117 -F 'child=Mia' -F 'birthday=2019-04-02' -F "to=grandpa" \
    -F "message=@$work/note.wav;type=audio/wav" http://voice.storytime-toys.example/upload
}

bear_check() {
  device curl -sS --max-time 8 -o "$work/bear/version.txt" -A 'ParleyBear/1.8' http://fw.storytime-toys.example/parley-bear/version.txt
}

bear_setup() {
  say "Parley Bear: set-up"
  bear_setup_at=$(now)
  device ip address add 192.168.4.1/24 dev wlan0
  phone ip address add 192.168.4.2/24 dev wlan0
  bear_power_on
  capture_start "$dossier/captures/setup.pcap" "ether host $bear_mac"
  app_to_bear / >/dev/null
  app_to_bear /wifi.txt -X PUT -d 'ssid=Number 9&psk=correct-horse-9&child=Mia&birthday=2019-04-02' >/dev/null
  phone ip address del 192.168.4.2/24 dev wlan0
  home_lease parley-bear
  bear_address=$lease_address
  ask_time pool.time-keepers.example
  device curl -sS --max-time 8 -o /dev/null -d 'toy=PB16073117&email=parent@example.com&child=Mia' http://voice.storytime-toys.example/register
  bear_says status '{"online":true,"fw":"1.8"}'
  capture_stop
}

bear_idle() {
  say "Parley Bear: idle"
  bear_idle_at=$(now)
  capture_start "$dossier/captures/idle.pcap" "ether host $bear_mac"
  local turn
  for turn in 1 2 3; do
    bear_says status "{\"online\":true,\"battery\":$((90 - turn))}"
    sleep 5
  done
  ask_time pool.time-keepers.example
  capture_stop
}

bear_use() {
  say "Parley Bear: use"
  bear_use_at=$(now)
  bear_recording
  capture_start "$dossier/captures/use.pcap" "ether host $bear_mac"
  timeout 20 ip netns exec "$ns_device" mosquitto_sub -h mqtt.storytime-toys.example -p 1883 -i bear-3117-in -u bear -P honeypot \
    -t bears/3117/play -C 1 -W 15 >/dev/null &
  local heard=$!
  sleep 0.6
  bear_upload
  phone mosquitto_pub -h mqtt.storytime-toys.example -p 1883 -u bear -P honeypot -t bears/3117/play -m '{"child":"Mia","say":"Good night, Mia"}'
  wait "$heard" || true
  app_to_bear /volume.txt -X PUT -d 'volume=7' >/dev/null
  app_to_bear / >/dev/null
  capture_stop
}

bear_update() {
  say "Parley Bear: update"
  bear_update_at=$(now)
  capture_start "$dossier/captures/update.pcap" "ether host $bear_mac"
  bear_check
  device curl -sS --max-time 20 -A 'ParleyBear/1.8' -o "$work/bear/new.uimage" http://fw.storytime-toys.example/parley-bear/bear-1.9.uimage
  bear_says status '{"online":true,"fw":"1.9"}'
  capture_stop
  cmp -s "$work/bear/new.uimage" "$work/bear-www/parley-bear/bear-1.9.uimage" || die "the bear got another image than was published"
  cp "$work/bear/new.uimage" "$dossier/firmware/bear-1.9.uimage"
}

bear_pages() {
  fetch web/security.txt http://storytime-toys.example/.well-known/security.txt
  fetch web/privacy.html http://storytime-toys.example/privacy.html
  fetch web/parley-bear.html http://storytime-toys.example/parley-bear.html
}

bear_tests() {
  say "Parley Bear: tests"
  local file=transcripts/open-services.txt
  limit=300 transcript $file phone nmap -n -Pn -sS -p- --max-retries 2 --reason "$bear_address"
  grep -qE '^23/tcp +open ' "$dossier/$file" && grep -qE '^80/tcp +open ' "$dossier/$file" || die "telnet and the page are not open"
  bear_at=$(now)
  capture_start "$dossier/captures/telnet.pcap" "ether host $bear_mac"
  transcript $file phone bash -c "{ sleep 1; echo root; sleep 1; echo 123456; sleep 1; echo 'cat /etc/hostname'; sleep 1; echo exit; sleep 1; } | telnet $bear_address"
  capture_stop
  grep -q 'Welcome, root' "$dossier/$file" || die "telnet did not let root in"
  transcript $file app_to_bear /wifi.txt
  record open-services cleartext-open \
    "From the phone: a scan of all TCP ports, a login by telnet, and the page at port 80. Both answered in clear." \
    $file captures/telnet.pcap
  transcript transcripts/default-password.txt app_to_bear / -o /dev/null -w '%{http_code}\n'
  grep -q '^200' "$work/said" || die "the default password does not work"
  record default-after-setup works \
    "After set-up with everything as offered: the password of the label, which is the same on six units, still opens the bear's page." \
    transcripts/default-password.txt
  bear_test_tampered
}

# The bear's own updater checks what the image says about itself (mkimage -l), and so takes any image whose sum was made anew.
bear_test_tampered() {
  local file=transcripts/tampered-update.txt
  cp "$work/bear.squashfs" "$work/other.squashfs"
  printf 'changed' | dd of="$work/other.squashfs" bs=1 seek=600 conv=notrunc status=none
  mkimage -A arm -O linux -T filesystem -C none -n 'ParleyBear-1.9' -d "$work/other.squashfs" \
    "$work/bear-www/parley-bear/bear-1.9.uimage" >/dev/null
  transcript $file device env BEAR_FLASH="$work/bear/flash" "$bear_root/usr/sbin/bear-update"
  wanted_code 0 "update with a changed image"
  record tampered-update accepted \
    "The update host offered an image with seven bytes changed and its sum made anew with mkimage. The bear's update program took it." $file
}

bear_product() {
  {
    cat <<YAML
# Invented product of an invented maker. Everything under evidence was made by real programs; see README.md.
product:
  name: Parley Bear
  vendor: Storytime Toys
  model: PB-1
  category: toy
  audience: children
  markets: [GB]
  firmware: "1.8"
  on_sale: 2025-09-01
  device: {mac: ["$bear_mac"], ip: ["$bear_address"]}
  facts:
    net.wifi: true
    net.lan_service: true
    setup.softap: true
    setup.ble: false
    app.companion: true
    account.exists: true
    auth.password.remote: true
    sw.mutable: true
    data.personal: true
    data.personal.stored: true
    data.marketing: true
evidence:
YAML
    local state at
    for state in setup idle use update; do
      at=bear_${state}_at
      entry "captures/$state.pcap" capture "covers: [$state]" "interface: wifi" 'firmware: "1.8"' "at: ${!at}"
    done
    entry captures/telnet.pcap capture "interface: wifi" 'firmware: "1.8"' "at: $bear_at"
    entry firmware/bear-1.9.uimage update "url: http://fw.storytime-toys.example/parley-bear/bear-1.9.uimage" "at: $bear_update_at"
    entry rootfs rootfs 'firmware: "1.8"' "at: $bear_setup_at"
    entry labels.csv units "at: $bear_setup_at"
    fetched web/security.txt security.txt
    fetched web/privacy.html privacy-policy
    fetched web/parley-bear.html statement
    records
  } >"$dossier/product.yaml"
  cp "$make/parley-bear/README.md" "$dossier/README.md"
}
