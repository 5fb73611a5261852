#!/usr/bin/env bash
# Tries the kit's rules on this machine with the real programs, as root, without touching the machine's own settings:
# everything happens in a mount namespace of its own and in temporary folders.
#
#   sudo deploy/check.sh            shell scripts, units, door, several servers, policies
#   sudo deploy/check.sh policies   one of them
#
# Needs, from Debian: shellcheck, caddy, chromium, openssl, postgresql; and `npm ci` in this folder's project. Not part of
# npm test: it must be root, and managed policies are read from one place for the whole machine.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=lib/common.sh
. "$here/lib/common.sh"
require_root
cd "$here/.."

check_scripts() {
  say "shellcheck"
  shellcheck --external-sources --source-path=deploy deploy/*.sh deploy/*/*.sh
  tell "clean"
}

# Verified in a scratch root, so that paths which only an installed machine has are there.
check_units() {
  say "systemd units"
  local unit
  for unit in deploy/server/janji.service deploy/kiosk/janji-kiosk.service; do
    sed -e 's#^\(ExecStart\(Pre\)\?\)=/usr/local/lib/.*#\1=/bin/true#' "$unit" >"$scratch/$(basename "$unit")"
    SYSTEMD_LOG_LEVEL=warning systemd-analyze verify --man=no "$scratch/$(basename "$unit")"
    tell "$(basename "$unit") reads without a warning"
  done
  tell "$(systemd-analyze security --offline=true --no-pager "$scratch/janji.service" | tail -n 1)"
}

check_door() {
  say "Caddy in front of the real server"
  node --conditions=react-server --import tsx deploy/check/door.ts "$scratch"
}

check_several() {
  say "Caddy in front of two real servers on PostgreSQL"
  node --conditions=react-server --import tsx deploy/check/several.ts "$scratch"
}

check_policies() {
  say "policies in the real Chromium"
  mkdir -p /etc/chromium
  # shellcheck disable=SC2016 # for the inner shell to expand
  unshare --mount --propagation private -- bash -euo pipefail -c '
    mount -t tmpfs tmpfs /etc/chromium
    exec node --import tsx deploy/check/policies.ts "$1"' check "$scratch"
}

scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT
if [ $# -eq 0 ]; then set -- scripts units door several policies; fi
for part in "$@"; do
  case "$part" in
    scripts | units | door | several | policies) "check_$part" ;;
    *) die "Unknown part: $part (scripts, units, door, several, policies)" ;;
  esac
done
say "All in order"
