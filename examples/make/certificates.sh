# A certificate authority for the made internet. Sourced by make-examples.sh. Private keys stay in the work folder.

# authority FOLDER NAME
authority() {
  mkdir -p "$1"
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -sha256 -days 3650 -subj "/O=$2/CN=$2 Root" \
    -addext basicConstraints=critical,CA:TRUE,pathlen:0 -addext keyUsage=critical,keyCertSign,cRLSign \
    -keyout "$1/ca.key" -out "$1/ca.pem" 2>/dev/null
}

# certificate FOLDER FILE NAME... : one for the names (DNS: is put before a name without a kind), signed by the authority.
# The first day and the last can be set: first=20260101000000Z last=20271231235959Z certificate ...
certificate() {
  local folder=$1 file=$2 names='' name common=$3
  shift 2
  for name in "$@"; do
    [[ $name == *:* ]] || name=DNS:$name
    names+=${names:+,}$name
  done
  openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "/CN=${common#*:}" \
    -keyout "$folder/$file.key" -out "$folder/$file.csr" 2>/dev/null
  : >"$folder/$file.index"
  openssl ca -batch -config <(authority_settings "$folder" "$file" "$names") -in "$folder/$file.csr" -out "$folder/$file.pem" \
    -startdate "${first:-20260101000000Z}" -enddate "${last:-20271231235959Z}" -notext 2>>"$work/openssl.log"
}

authority_settings() {
  cat <<CONF
[ca]
default_ca = made
[made]
database = $1/$2.index
new_certs_dir = $1
certificate = $1/ca.pem
private_key = $1/ca.key
rand_serial = yes
default_md = sha256
policy = any
x509_extensions = server
[any]
commonName = supplied
[server]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = serverAuth
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
subjectAltName = $3
CONF
}
