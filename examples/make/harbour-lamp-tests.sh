# Hands-on tests of the Harbour Lamp that the script really carries out, each with the output of the programs as attachment.
# A test that it cannot do is not recorded. Sourced by make-examples.sh.

lamp_tests_before_update() {
  say "Harbour Lamp: tests"
  lamp_test_factory_default
  lamp_test_app_traffic
  lamp_test_open_network
  lamp_test_services
  lamp_test_interception
  lamp_test_blocked
  lamp_test_tampered
  lamp_test_interrupted
  lamp_settings_before
}

lamp_tests_after_update() {
  lamp_test_unattended
  lamp_test_outage
  lamp_test_settings
  lamp_test_recipients
  lamp_test_weak_passwords
  lamp_test_login_services
  lamp_test_guessing
  lamp_test_reset
  lamp_test_deletion
}

lamp_test_factory_default() {
  cp "$work/settings-after-set-up.json" "$dossier/transcripts/settings-after-set-up.json"
  grep -q '"auto_update": true' "$dossier/transcripts/settings-after-set-up.json" || die "automatic updating is not on after set-up"
  record update-default automatic \
    "The unit came with factory settings. The app handed over the Wi-Fi alone and changed nothing else. The app then read the settings back." \
    transcripts/settings-after-set-up.json
}

lamp_test_app_traffic() {
  local file=transcripts/app-traffic.txt
  transcript $file phone curl -sS --max-time 8 -o /dev/null -w '%{http_code} %{redirect_url}\n' http://quayside-home.example/
  transcript $file phone curl -sS --max-time 8 --cacert "$lamp_pki/ca.pem" -o /dev/null -w '%{http_code} %header{strict-transport-security}\n' https://quayside-home.example/
  transcript $file tcpdump -nn -q -r "$dossier/captures/app.pcap" \
    "not port 53 and not arp and not icmp6 and not (tcp port 443) and not (tcp port 8883)"
  transcript $file tcpdump -nn -A -r "$dossier/captures/app.pcap" "tcp and greater 100"
  if grep -qE 'tester@example.com|"brightness"|a-long-pass-phrase' "$dossier/$file"; then die "the app sent something readable"; fi
  sed -i '/^\$ tcpdump -nn -A/,$d' "$dossier/$file"
  transcript $file grep -c -a -E 'tester@example.com|brightness|a-long-pass-phrase' "$dossier/captures/app.pcap"
  wanted_code 1 "search of the app's capture"
  record app-traffic encrypted-only \
    "The phone was captured while the app read and changed the lamp at home, logged in to the account and set the lamp through the cloud. All of its conversations but name resolution went to ports 443 and 8883, and none of the words that the app sent can be found in the capture. The portal sends plain requests on to https." \
    $file captures/app.pcap
}

lamp_test_open_network() {
  local file=transcripts/open-network.txt one token
  token=$(sed -n 's/^TOKEN=//p' "$unit/var/lib/lamp/unit")
  {
    echo "Searched in captures/setup.pcap and captures/use.pcap, as text and in base64:"
    for one in "correct-horse-9" "$lamp_password" "$token" "$(printf 'owner:%s' "$lamp_password" | base64)" "$app_token"; do
      printf '%s... (%d signs): %s\n' "${one:0:3}" "${#one}" \
        "$(cat "$dossier/captures/setup.pcap" "$dossier/captures/use.pcap" | grep -a -c -F -e "$one" || true) found"
    done
  } >"$dossier/$file"
  if grep -qE ': [1-9][0-9]* found' "$dossier/$file"; then die "a secret can be read in the captures"; fi
  record open-wifi protected \
    "Set-up and use ran on a test network that has no encryption of its own, so that the captures show what any listener would get. Neither the Wi-Fi pass phrase, nor the password of the label, nor the tokens of lamp and app can be found in them." \
    $file captures/setup.pcap captures/use.pcap
}

lamp_test_services() {
  local file=transcripts/open-services.txt
  # The scan of all UDP ports would take a day at one answer a second, which is what Linux gives.
  device sysctl -qw net.ipv4.icmp_ratelimit=0 net.ipv4.icmp_msgs_per_sec=100000 net.ipv4.icmp_msgs_burst=100000 2>/dev/null || true
  limit=300 transcript $file phone nmap -n -Pn -sS -p- --max-retries 2 --reason "$lamp_address"
  limit=300 transcript $file phone nmap -n -Pn -sU -p- --max-retries 1 --min-rate 5000 --reason "$lamp_address"
  local tcp udp
  tcp=$(grep -cE '^[0-9]+/tcp +open ' "$dossier/$file" || true)
  udp=$(grep -cE '^[0-9]+/udp +open' "$dossier/$file" || true)
  grep -qE '^443/tcp +open ' "$dossier/$file" && [[ $tcp == 1 && $udp == 0 ]] || die "open ports: $tcp TCP, $udp UDP"
  transcript $file phone curl -sS --max-time 5 "http://$lamp_address:443/settings.json"
  [[ $said_code != 0 ]] || die "port 443 answers in clear"
  transcript $file phone bash -c "openssl s_client -connect $lamp_address:443 -CAfile $lamp_pki/ca.pem -brief </dev/null"
  wanted_code 0 "TLS at port 443"
  record open-services encrypted-only \
    "From the phone: all TCP ports and all UDP ports. One was open, 443/tcp. It gave no answer to a request in clear, and TLS 1.2 with a certificate to a handshake." $file
}

# An impostor takes the place of each host with each wrong certificate; then of the lamp itself.
lamp_test_interception() {
  local file=transcripts/interception.txt kind
  lamp_impostors
  stop cloud
  stop broker
  for kind in self-signed foreign expired; do
    echo "== $kind certificate" >>"$dossier/$file"
    impostor "$kind" "$ns_net" 198.51.100.20 443
    refused $file on_lamp "$unit/usr/sbin/lamp-agent" report
    refused $file account login '{"email":"tester@example.com"}'
    stop impostor
    impostor "$kind" "$ns_net" 203.0.113.30 443
    refused $file on_lamp "$unit/usr/sbin/lamp-update"
    stop impostor
    impostor "$kind" "$ns_net" 198.51.100.21 8883
    refused $file on_lamp "$unit/usr/sbin/lamp-agent" say '{"on":true}'
    stop impostor
    impostor "$kind" "$ns_gate" "$lan4.1" 443
    refused $file app_to_lamp "$lan4.1" /settings.json
    stop impostor
  done
  lamp_cloud_start
  in_background "$ns_net" broker mosquitto -c "$work/broker.conf"
  until_open "$ns_net" 198.51.100.21 8883
  record interception refused \
    "An impostor (openssl s_server) took the place of each host in turn with a self-signed certificate, one of our authority for another name, and one that has expired. Tried: the lamp to its service, to the update host and to the broker, the app to the account and to the lamp. All fifteen connections were refused." $file
}

lamp_impostors() {
  local all=(api.quayside-home.example account.quayside-home.example updates.quayside-home.example mqtt.quayside-home.example
    lamp-07.quayside-home.example)
  certificate "$lamp_pki" foreign other-host.example
  first=20250101000000Z last=20260101000000Z certificate "$lamp_pki" expired "${all[@]}"
  authority "$work/stranger" "A Stranger"
  certificate "$work/stranger" self-signed "${all[@]}"
  cp "$work/stranger/self-signed."{pem,key} "$lamp_pki/"
}

impostor() {
  in_background "$2" impostor openssl s_server -accept "$3:$4" -cert "$lamp_pki/$1.pem" -key "$lamp_pki/$1.key" -quiet -www
  until_open "$2" "$3" "$4"
}

# A refusal is an error of the certificate check, not any other failure.
refused() {
  transcript "$@"
  [[ $said_code != 0 ]] || die "a wrong certificate was accepted: ${*:2}"
  grep -qiE 'certificate|tls error' "$work/said" || die "failed for another reason than the certificate: ${*:2}"
}

lamp_test_blocked() {
  local file=transcripts/blocked-encryption.txt pcap=captures/blocked.pcap port try
  for port in 443 8883; do ip -n "$ns_gate" rule add iif home ipproto tcp dport $port blackhole; done
  for port in 443 8883; do ip -n "$ns_gate" -6 rule add iif home ipproto tcp dport $port blackhole; done
  capture_start "$dossier/$pcap" "ether host $lamp_mac"
  for try in 1 2; do
    transcript $file on_lamp "$unit/usr/sbin/lamp-agent" report
    transcript $file on_lamp "$unit/usr/sbin/lamp-update"
    transcript $file on_lamp_briefly "$unit/usr/sbin/lamp-agent" say '{"on":true}'
  done
  capture_stop
  for port in 443 8883; do ip -n "$ns_gate" rule del iif home ipproto tcp dport $port blackhole; done
  for port in 443 8883; do ip -n "$ns_gate" -6 rule del iif home ipproto tcp dport $port blackhole; done
  transcript $file tcpdump -nn -q -r "$dossier/$pcap" \
    "ether src $lamp_mac and not arp and not icmp6 and not udp port 53 and not tcp port 443 and not tcp port 8883"
  [[ $(tail -n 4 "$dossier/$file" | grep -c ' IP') == 0 ]] || die "the lamp tried another port when the encrypted ones were blocked"
  record blocked-encryption silent \
    "The gateway dropped everything to ports 443 and 8883. The lamp was made to report, to look for an update and to tell its state, twice. A capture of the whole time (about a minute and a half, not an hour: the lamp does nothing else by itself) shows name questions and unanswered connection attempts to these two ports alone." $file
}

on_lamp_briefly() { limit=12 on_lamp "$@"; }

lamp_test_tampered() {
  local file=transcripts/tampered-update.txt at=$work/updates/harbour-lamp
  cp -R "$at" "$work/good-updates"
  echo 1.3.0 >"$at/latest"
  echo "== one byte of the package changed, signature as it was" >>"$dossier/$file"
  perl -e 'open F, "+<", $ARGV[0]; binmode F; seek F, 2000, 0; read F, $b, 1; seek F, 2000, 0; print F chr(ord($b) ^ 1)' "$at/harbour-lamp-1.3.0.bin"
  lamp_offered $file
  echo "== package signed with another key" >>"$dossier/$file"
  minisign -G -W -f -p "$work/stranger.pub" -s "$work/stranger.key" >/dev/null
  lamp_package "$work/image-1.3.0" "$at/harbour-lamp-1.3.0.bin" "$work/stranger.key"
  lamp_offered $file
  echo "== no signature at all" >>"$dossier/$file"
  rm "$at/harbour-lamp-1.3.0.bin.minisig"
  lamp_offered $file
  rm -rf "$at"
  mv "$work/good-updates" "$at"
  record tampered-update refused \
    "The update host offered 1.3.0 three times: with one byte changed, signed with another key, and without a signature. The lamp refused each and went on with 1.2.0." $file
}

lamp_offered() {
  transcript "$1" on_lamp "$unit/usr/sbin/lamp-update"
  [[ $said_code != 0 ]] || die "the lamp took a package that it must refuse"
  [[ ! -e $unit/var/run/start-other-slot ]] || die "the lamp would start from a package that it must refuse"
  transcript "$1" app_to_lamp "$lamp_address" /version.json
  grep -q '1.2.0' "$work/said" || die "the version changed"
}

lamp_test_interrupted() {
  local file=transcripts/interrupted-update.txt try
  transcript $file app_to_lamp "$lamp_address" /version.json
  echo 1.3.0 >"$work/updates/harbour-lamp/latest"
  lamp_power_off
  lamp_power_on 1
  for try in {1..80}; do
    [[ ! -s $unit/var/tmp/package ]] || break
    sleep 0.1
  done
  [[ -s $unit/var/tmp/package ]] || die "no download to interrupt after $try tries"
  lamp_power_off
  echo "== the plug was pulled when $(stat -c %s "$unit/var/tmp/package") of $(stat -c %s "$work/updates/harbour-lamp/harbour-lamp-1.3.0.bin") bytes had come in" >>"$dossier/$file"
  echo 1.2.0 >"$work/updates/harbour-lamp/latest"
  lamp_power_on
  transcript $file app_to_lamp "$lamp_address" /version.json
  wanted_code 0 "start after an interrupted update"
  transcript $file on_lamp "$unit/usr/sbin/lamp-agent" report
  wanted_code 0 "report after an interrupted update"
  record interrupted-update recovered \
    "All programs of the unit were killed in the middle of the download of 1.3.0 and started again. It answered the app with 1.2.0 and reported to its service. Not tried: a cut in the second in which the new slot is started." $file
}

lamp_settings_before() {
  sleep 30
  app_to_lamp "$lamp_address" /settings.json -X PUT -d '{"brightness": 35, "auto_update": true, "share_usage": false}' >/dev/null
  transcript transcripts/settings-after-update.txt app_to_lamp "$lamp_address" /version.json
  transcript transcripts/settings-after-update.txt app_to_lamp "$lamp_address" /settings.json
}

lamp_test_unattended() {
  grep -q '"version": "1.3.0"' "$dossier/transcripts/unattended-update.txt" || die "the lamp did not install 1.3.0"
  record unattended-update installed \
    "The daily look for updates was shortened to four seconds, and nothing else was done to the lamp. 1.3.0 was published; twenty seconds later the lamp ran it. The transcript holds version and time before and after, and the lamp's own log." \
    transcripts/unattended-update.txt captures/update.pcap
}

lamp_test_outage() {
  local minutes
  minutes=$(awk '$2 == "up" { if (last && $1 - last > gap) gap = $1 - last; last = $1 } END { printf "%.3f", gap / 60 }' \
    "$dossier/transcripts/update-outage.txt")
  record update-outage "measured=$minutes" \
    "The phone asked for a connection to the lamp about three times a second from before the update until after it. The value is the longest time between two answers." \
    transcripts/update-outage.txt
}

lamp_test_settings() {
  local file=transcripts/settings-after-update.txt
  sleep 20
  transcript $file app_to_lamp "$lamp_address" /version.json
  transcript $file app_to_lamp "$lamp_address" /settings.json
  [[ $(grep -c '"brightness": 35, "auto_update": true, "share_usage": false' "$dossier/$file") == 2 ]] || die "settings changed"
  lamp_settings_recipients >>"$dossier/$file"
  record settings-after-update kept \
    "Brightness was changed from its default before the update and read back after it, with the settings for updates and usage statistics. The hosts that the lamp talked to in the captures before the update and in the one of it are listed: none is new." $file
}

lamp_settings_recipients() {
  local before after
  before=$(lamp_recipients setup idle use)
  after=$(lamp_recipients update)
  printf 'Hosts before the update:\n%s\nHosts during and after the update:\n%s\n' "$before" "$after"
  [[ -z $(comm -13 <(echo "$before") <(echo "$after")) ]] || die "a new recipient after the update"
}

lamp_recipients() {
  local one
  for one in "$@"; do
    tcpdump -nn -q -r "$dossier/captures/$one.pcap" "ether src $lamp_mac and (tcp or udp port 123) and not dst net $lan4.0/24 and not dst net 192.168.4.0/24" 2>/dev/null
  done | sed -E 's/.* > ([0-9a-f.:]*)\.[0-9]+: .*/\1/' | sort -u
}

lamp_test_recipients() {
  local file=transcripts/recipients.txt name
  echo "Names that lamp and phone asked for in the captures, and where the policy speaks of them:" >"$dossier/$file"
  for name in $(lamp_names); do
    case $name in
      *.quayside-home.example) echo "$name: Quayside Home itself, \"responsible for your data\"" ;;
      *) die "no word in the policy about $name" ;;
    esac
  done >>"$dossier/$file"
  record marketing-recipients all-disclosed \
    "Listed every name that the lamp (set-up, idle, use, update) and the phone (use) asked for. All are the maker's own; the policy names it. No advertising or analytics recipient was seen." \
    $file captures/app.pcap
}

lamp_names() {
  local one
  for one in setup idle use update app; do
    tcpdump -nn -r "$dossier/captures/$one.pcap" "udp dst port 53" 2>/dev/null
  done | sed -nE 's/.* (A|AAAA)\? ([^ ]*)\. .*/\2/p' | sort -u
}

# Too short, common, of few signs, the user's name, the product's name.
weak_passwords=(Ab3-x 123456 password password1234 aaaaaaaaaaaaaa tester-tester-1 Harbour-Lamp-HL24)

lamp_test_weak_passwords() {
  local file=transcripts/weak-password.txt weak code
  for weak in "${weak_passwords[@]}"; do
    weak_refused "sign-up" $file account signup "{\"email\":\"tester@example.net\",\"password\":\"$weak\"}"
    weak_refused "change" $file account password \
      "{\"email\":\"tester@example.com\",\"password\":\"a-long-pass-phrase\",\"new\":\"$weak\"}"
    account forgotten '{"email":"tester@example.com"}' >/dev/null
    code=$(sed -n 's/^To set a new password, give this code: //p' "$work/mail" | tail -n 1)
    weak_refused "reset" $file account reset "{\"email\":\"tester@example.com\",\"code\":\"$code\",\"new\":\"$weak\"}"
    # The lamp's user is called owner.
    lamp_new_password $file "${weak//tester/owner}"
    grep -q '"changed": false' "$work/said" || die "the lamp took the password $weak"
  done
  echo "== a good one" >>"$dossier/$file"
  sleep 4
  transcript $file app_to_lamp "$lamp_address" /new-password.txt -X PUT -d sturdy-gannet-41
  wanted_code 0 "new password for the lamp"
  sleep 3
  transcript $file app_to_lamp "$lamp_address" /password.json -o /dev/null -w '%{http_code}\n'
  grep -q '^401' "$work/said" || die "the password of the label still opens the lamp after it was changed"
  lamp_label_password=$lamp_password
  lamp_password=sturdy-gannet-41
  transcript $file app_to_lamp "$lamp_address" /password.json
  grep -q '"changed": true' "$work/said" || die "the lamp did not take a good password"
  record weak-password refused \
    "With an account and a lamp of the test: seven passwords (too short, common, of one sign, with the user's name, with the product's name) at sign-up, at change and at reset of the account, and at change on the lamp. All 28 were refused; a good one was taken." $file
}

# weak_refused SURFACE FILE COMMAND...
weak_refused() {
  transcript "${@:2}"
  grep -qE '"refused": "(too short|the same|easy)' "$work/said" || die "a weak password was not refused at $1"
}

# lamp_new_password FILE PASSWORD: the app leaves a new password and asks what became of it.
lamp_new_password() {
  sleep 4
  transcript "$1" app_to_lamp "$lamp_address" /new-password.txt -X PUT -d "$2"
  wanted_code 0 "new password for the lamp"
  sleep 3
  transcript "$1" app_to_lamp "$lamp_address" /password.json
}

lamp_test_login_services() {
  grep -q '^401' "$dossier/transcripts/weak-password.txt" || die "nothing shows that the password of the lamp can be changed"
  record login-services none-hidden \
    "The scan of all ports shows one service, the lamp's own page at 443/tcp, which the product page names (control with the app and a password). Its password was changed; the new one opened the lamp and the old one no longer did." \
    transcripts/open-services.txt transcripts/weak-password.txt web/harbour-lamp.html
}

lamp_test_guessing() {
  local file=transcripts/wrong-logins.txt tries=0 code
  sleep 40
  while ((tries < 100)); do
    tries=$((tries + 1))
    code=$(phone curl -s --max-time 8 --cacert "$lamp_pki/ca.pem" --connect-to "lamp-07.quayside-home.example:443:$lamp_address:443" \
      -u "owner:wrong-$tries" -o /dev/null -w '%{http_code}' https://lamp-07.quayside-home.example/settings.json || true)
    printf 'try %d: HTTP %s\n' "$tries" "$code" >>"$dossier/$file"
    [[ $code == 401 ]] || break
  done
  [[ $code == 429 ]] || die "no reaction to wrong passwords: HTTP $code"
  record wrong-logins "measured=$tries" \
    "Wrong passwords for the lamp's own login, one after the other without a pause, until it answered 429 Too Many Requests." $file
}

lamp_test_reset() {
  local file=transcripts/device-reset.txt
  sleep 40
  transcript $file on_lamp grep -r -l -a 'Number 9' "$unit/var"
  wanted_code 0 "the name of the Wi-Fi on the unit before the reset"
  transcript $file on_lamp "$unit/usr/sbin/lamp-reset"
  transcript $file on_lamp grep -r -l -a -e 'Number 9' -e correct-horse-9 "$unit"
  wanted_code 1 "the name of the Wi-Fi on the unit after the reset"
  lamp_password=$lamp_label_password
  transcript $file app_to_lamp "$lamp_address" /wifi.json -o /dev/null -w '%{http_code}\n'
  grep -q '^404' "$work/said" || die "the Wi-Fi can still be read"
  record device-reset clean \
    "The lamp was reset after use. Name and pass phrase of the home Wi-Fi, which stood on it before, can be found nowhere in its file system any more, and the app no longer gets them." $file
}

lamp_test_deletion() {
  local file=transcripts/account-deletion.txt
  local who='{"email":"tester@example.com","password":"a-long-pass-phrase"}'
  transcript $file account login "$who"
  grep -q '"session"' "$work/said" || die "the test account does not work before its deletion"
  transcript $file account delete "$who"
  transcript $file tail -n 3 "$work/mail"
  grep -q 'are deleted' "$work/said" || die "no confirmation of the deletion"
  transcript $file account login "$who"
  grep -q '"refused"' "$work/said" || die "the account still works after its deletion"
  record account-deletion access-ended \
    "A test account was made, used, and deleted as the app does it. The confirmation came by e-mail at once, and logging in was refused afterwards. What the service still keeps cannot be seen from outside." $file
}
