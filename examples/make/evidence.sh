# How a tester keeps what was seen. Sourced by make-examples.sh; $dossier is the folder of the product.

# fetch FILE URL CURL-OPTION...: saves a public page as it is served, and how it was served beside it in $work.
fetch() {
  local file=$1 url=$2
  shift 2
  mkdir -p "$(dirname "$dossier/$file")"
  now >"$work/$(basename "$file").at"
  phone curl -sS --max-time 10 --location --max-redirs 3 -o "$dossier/$file" \
    -w '%{http_code}\n%{url_effective}\n%{content_type}\n' "$@" "$url" >"$work/$(basename "$file").seen"
}

served_at() { cat "$work/$(basename "$1").at"; }
served_status() { sed -n 1p "$work/$(basename "$1").seen"; }
served_url() { sed -n 2p "$work/$(basename "$1").seen"; }
served_type() { sed -n 3p "$work/$(basename "$1").seen"; }

# transcript FILE COMMAND...: the command line with the side that it ran on, what it wrote, and its exit code. Never fails itself.
transcript() {
  local file=$dossier/$1 code=0
  shift
  mkdir -p "$(dirname "$file")"
  [[ $(type -t "$1") == function ]] || shown tester "$@" >>"$file"
  shown_to=$file "$@" >"$work/said" 2>&1 || code=$?
  tr -d '\r' <"$work/said" | without_folders | sed -e '$a\' >>"$file"
  printf '[exit code %d]\n\n' "$code" >>"$file"
  said_code=$code
}
said_code=0

shown() {
  local side=$1 word line=
  shift
  for word in "$@"; do
    [[ $word =~ ^[A-Za-z0-9_./:=@%+,-]+$ ]] || word="'${word//\'/\'\\\'\'}'"
    line+=" $word"
  done
  printf '%s$%s\n' "$side" "$line" | without_folders
}

without_folders() { sed -e "s#$work/##g" -e "s#$dossier/##g" -e "s#$here/##g"; }

# record TEST OUTCOME HOW ATTACHMENT...: writes the record of a test that has just been done. OUTCOME may be measured=NUMBER.
record() {
  local test=$1 outcome=$2 how=$3 file=$dossier/records/$1.yaml one
  shift 3
  {
    echo record:
    echo "  - test: $test"
    echo "    outcome: ${outcome%%=*}"
    [[ $outcome != *=* ]] || echo "    value: ${outcome#*=}"
    echo "    by: the script make-examples.sh"
    echo "    at: $(now)"
    echo "    how: \"$how\""
    echo "    attachments: [$(printf '%s, ' "$@" | sed 's/, $//')]"
  } >"$file"
}

# wanted_code CODE WHAT: stops the script when the last transcript did not end as the record is going to say.
wanted_code() { [[ $said_code == "$1" ]] || die "$2: exit code $said_code instead of $1; nothing is recorded"; }

# entry FILE KIND LINE...: one entry of the evidence list, with further lines.
entry() {
  printf '  - file: %s\n    as: %s\n' "$1" "$2"
  shift 2
  [[ $# == 0 ]] || printf '    %s\n' "$@"
}

# fetched FILE KIND: an entry for a page that fetch has saved.
fetched() {
  entry "$1" "$2" "url: $(served_url "$1")" "status: $(served_status "$1")" "content_type: \"$(served_type "$1")\"" "at: $(served_at "$1")"
}

# What has just been done by the script itself: transcripts and records.
records() {
  local one
  for one in "$dossier"/records/*.yaml; do entry "records/${one##*/}" record "at: $(sed -n 's/^    at: //p' "$one")"; done
  for one in "$dossier"/transcripts/*; do entry "transcripts/${one##*/}" attachment; done
}
