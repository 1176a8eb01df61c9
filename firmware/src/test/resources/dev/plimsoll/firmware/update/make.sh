#!/bin/bash
# Makes the small signed packages that the tests of the update reader use, with programs of Debian:
# minisign, signify-openbsd, gnupg, openssl, openssh-client. Keys are made anew and their private
# halves thrown away, so every run changes all files.
set -euo pipefail
OUT=${1:?usage: make.sh FOLDER}
W=$(mktemp -d); trap 'gpgconf --homedir "$W/gpg" --kill all; rm -rf "$W"' EXIT
cd "$OUT"
rm -f -- *.pub *.sig *.minisig *.asc *.pem *.crt *.p7s
printf 'firmware of a small product, version 1.2.3\n' >package.bin
for who in vendor other; do
  minisign -G -W -f -p $who-minisign.pub -s "$W/$who.key" >/dev/null
  signify-openbsd -G -n -c "$who" -p $who-signify.pub -s "$W/$who-signify.sec"
done
minisign -S -s "$W/vendor.key" -m package.bin -x prehashed.minisig -t 'file:package.bin version:1.2.3' >/dev/null
minisign -S -l -s "$W/vendor.key" -m package.bin -x legacy.minisig >/dev/null
signify-openbsd -S -s "$W/vendor-signify.sec" -m package.bin -x package.signify
export GNUPGHOME=$W/gpg; mkdir -m700 "$GNUPGHOME"
g() { gpg --batch --yes --quiet "$@"; }
g --passphrase '' --quick-gen-key 'vendor <release@vendor.invalid>' ed25519 sign never
g --passphrase '' --quick-gen-key 'other <release@other.invalid>' ed25519 sign never
for who in vendor other; do g --armor --output $who-openpgp.asc --export release@$who.invalid; done
g -u release@vendor.invalid --armor --detach-sign -o package.asc package.bin
g -u release@vendor.invalid --digest-algo SHA1 --detach-sign -o sha1.gpgsig package.bin
openssl ecparam -name prime256v1 -genkey -noout -out "$W/p256.pem"
openssl pkey -in "$W/p256.pem" -pubout -out vendor-p256.pem
openssl genrsa -out "$W/rsa.pem" 2048 2>/dev/null
openssl pkey -in "$W/rsa.pem" -pubout -out vendor-rsa.pem
openssl genrsa -out "$W/rsa1024.pem" 1024 2>/dev/null
openssl pkey -in "$W/rsa1024.pem" -pubout -out vendor-rsa1024.pem
openssl dgst -sha256 -sign "$W/p256.pem" -out p256.sig package.bin
openssl dgst -sha256 -sign "$W/rsa.pem" -out rsa.sig package.bin
openssl dgst -sha256 -sigopt rsa_padding_mode:pss -sign "$W/rsa.pem" -out pss.sig package.bin
openssl dgst -md5 -sign "$W/rsa.pem" -out md5.sig package.bin
openssl dgst -sha256 -sign "$W/rsa1024.pem" -out rsa1024.sig package.bin
base64 -w0 <p256.sig >package.cosign.sig
openssl pkcs8 -topk8 -nocrypt -in "$W/p256.pem" -out "$W/ssh.pem"; chmod 600 "$W/ssh.pem"
ssh-keygen -y -f "$W/ssh.pem" >"$W/ssh.pem.pub"; ssh-keygen -q -Y sign -n file -f "$W/ssh.pem" package.bin; mv package.bin.sig package.sshsig
printf '[req]\ndistinguished_name=d\n[d]\n[ca]\nbasicConstraints=critical,CA:TRUE\nkeyUsage=keyCertSign\n[leaf]\nkeyUsage=digitalSignature\n' >"$W/x.cnf"
for who in vendor other; do
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout "$W/$who-ca.key" -out $who-ca.crt -days 20000 -subj "/CN=$who CA" -config "$W/x.cnf" -extensions ca 2>/dev/null
done
openssl req -new -key "$W/rsa.pem" -subj /CN=release -config "$W/x.cnf" -out "$W/csr"
openssl x509 -req -in "$W/csr" -CA vendor-ca.crt -CAkey "$W/vendor-ca.key" -CAcreateserial -CAserial "$W/serial" -days 19000 -extfile "$W/x.cnf" -extensions leaf -out "$W/leaf.crt" 2>/dev/null
openssl cms -sign -binary -in package.bin -signer "$W/leaf.crt" -inkey "$W/rsa.pem" -outform DER -out package.p7s
openssl cms -sign -binary -md sha1 -in package.bin -signer "$W/leaf.crt" -inkey "$W/rsa.pem" -outform DER -out sha1.p7s
