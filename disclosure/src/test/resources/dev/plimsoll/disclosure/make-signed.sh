#!/bin/sh
# Makes the signed files and the public keys beside this script with GnuPG. The secret keys are thrown away.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
GNUPGHOME=$(mktemp -d)
export GNUPGHOME
trap 'gpgconf --kill all; rm -rf "$GNUPGHOME"' EXIT
gpg() { command gpg --batch --quiet --pinentry-mode loopback --passphrase '' "$@"; }

printf 'Canonical: https://maker.example/.well-known/security.txt\nContact: mailto:security@maker.example\nEncryption: https://maker.example/key.asc\nExpires: 2027-06-30T00:00:00Z\n' > "$GNUPGHOME/plain"

gpg --faked-system-time 20260101T000000! --quick-generate-key maker@maker.example ed25519 sign 10y
gpg --faked-system-time 20260101T000000! --quick-generate-key other@stranger.example ed25519 sign 10y
gpg --faked-system-time 20260101T000000! --quick-generate-key subkey@maker.example rsa2048 cert 10y
gpg --faked-system-time 20260101T000000! --quick-add-key "$(gpg --list-keys --with-colons subkey@maker.example | awk -F: '/^fpr/ {print $10; exit}')" rsa2048 sign 10y

gpg --armor --export maker@maker.example > "$here/maker.asc"
gpg --armor --export other@stranger.example > "$here/stranger.asc"
gpg --armor --export subkey@maker.example > "$here/subkey.asc"
sign() { gpg --faked-system-time 20260601T000000! --local-user "$1" --clear-sign --output - "$GNUPGHOME/plain" > "$here/$2"; }
sign maker@maker.example signed-maker.txt
sign other@stranger.example signed-stranger.txt
sign subkey@maker.example signed-subkey.txt
