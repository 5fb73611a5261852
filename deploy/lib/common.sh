# shellcheck shell=bash
# What install.sh and update.sh share: plain words, one kind of machine, files that are written only when they change.

# shellcheck disable=SC2034 # used by those who read this file in
JANJI_HOME=/opt/janji
JANJI_ETC=/etc/janji
# shellcheck disable=SC2034
JANJI_STATE=/var/lib/janji

say() { printf '\n== %s\n' "$*"; }
tell() { printf '   %s\n' "$*"; }
die() {
  printf '\n%s\n\n' "$*" >&2
  exit 1
}

require_root() {
  [ "$(id -u)" -eq 0 ] || die "This must run as root: put sudo before the command."
}

# The kit is tried on Debian 12 and 13 with systemd; elsewhere it would do half of its work and leave the rest unsaid.
require_debian() {
  local id="" version=""
  if [ -r /etc/os-release ]; then
    id="$(. /etc/os-release && printf '%s' "${ID:-}")"
    version="$(. /etc/os-release && printf '%s' "${VERSION_ID:-}")"
  fi
  case "$id $version" in
    "debian 12" | "debian 13") ;;
    *) die "This kit is for Debian 12 or 13; this machine says '${id:-unknown} ${version:-}'. Nothing was changed." ;;
  esac
  [ -d /run/systemd/system ] || die "systemd does not run this machine (a container?). Nothing was changed."
}

# Waits for a package manager that is at work already, as on a machine that just booted and updates itself.
apt() {
  DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -y -qq "$@"
}

node_is_new_enough() {
  command -v node >/dev/null 2>&1 &&
    node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)'
}

# put SOURCE TARGET MODE [NAME=VALUE …]: writes TARGET with each @NAME@ replaced; says so and returns 0 when it changed.
put() {
  local source="$1" target="$2" mode="$3" text pair
  shift 3
  text="$(cat "$source" && printf x)"
  for pair in "$@"; do
    text="${text//"@${pair%%=*}@"/"${pair#*=}"}"
  done
  text="${text%x}"
  mkdir -p "$(dirname "$target")"
  if [ -f "$target" ] && [ "$(cat "$target" && printf x)" = "${text}x" ]; then
    chmod "$mode" "$target"
    return 1
  fi
  printf '%s' "$text" >"$target.new"
  chmod "$mode" "$target.new"
  mv "$target.new" "$target"
  tell "wrote $target"
}

# setting NAME [DEFAULT]: one value of the server's environment file, without running it.
setting() {
  local value
  value="$(sed -n "s/^$1=//p" "$JANJI_ETC/janji.env" | tail -n 1)"
  value="${value#[\"\']}"
  value="${value%[\"\']}"
  printf '%s' "${value:-${2:-}}"
}

server_port() { setting PORT 3000; }

# Waits until this machine's server says that it serves; 1 when it does not within the given seconds.
wait_healthy() {
  local deadline=$((SECONDS + $1)) address
  address="http://127.0.0.1:$(server_port)/api/v1/health"
  while [ "$SECONDS" -lt "$deadline" ]; do
    curl -fsS --max-time 5 "$address" >/dev/null 2>&1 && return 0
    sleep 1
  done
  return 1
}
