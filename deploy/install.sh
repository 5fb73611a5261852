#!/usr/bin/env bash
# From a fresh Debian machine to a running office. It may run again any time: what is in order stays as it is.
#
#   sudo deploy/install.sh --address janji.kantor.lan                         server and kiosk on one machine
#   sudo deploy/install.sh --address janji.kantor.lan --role server           the server alone
#   sudo deploy/install.sh --address janji.kantor.lan --role kiosk --ca FILE  a kiosk that uses another machine's server
#
#   --address  the server's name or IPv4 address on the office's network, as tablets type it
#   --role     all (default), server or kiosk
#   --ca       the server's certificate, exported as janji-ca.crt (only for --role kiosk)
#   --rotate   0 (default), 90, 180 or 270: how far the kiosk's picture is turned clockwise
#   --mode     real (default) or demo; a database belongs to the mode of its first start
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=lib/common.sh
. "$here/lib/common.sh"
# shellcheck source=lib/release.sh
. "$here/lib/release.sh"

role=all address="" ca="" rotate=0 mode=real
while [ $# -gt 0 ]; do
  case "$1" in
    --role) role="${2:-}" ;;
    --address) address="${2:-}" ;;
    --ca) ca="${2:-}" ;;
    --rotate) rotate="${2:-}" ;;
    --mode) mode="${2:-}" ;;
    -h | --help)
      sed -n '2,/^set /s/^# \{0,1\}//p' "$0"
      exit 0
      ;;
    *) die "Unknown: $1. See: $0 --help" ;;
  esac
  shift 2 || die "A value is missing. See: $0 --help"
done
case "$role" in all | server | kiosk) ;; *) die "--role must be all, server or kiosk." ;; esac
case "$rotate" in 0 | 90 | 180 | 270) ;; *) die "--rotate must be 0, 90, 180 or 270." ;; esac
case "$mode" in real | demo) ;; *) die "--mode must be real or demo." ;; esac
[[ "$address" =~ ^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$ ]] ||
  die "--address must be the server's name or IPv4 address, in small letters, without https:// and port."
[ "$role" != kiosk ] || [ -r "$ca" ] || die "--role kiosk needs --ca FILE, the server's janji-ca.crt."
require_root
require_debian

serves() { [ "$role" != kiosk ]; }
shows() { [ "$role" != server ]; }

install_packages() {
  say "Packages from Debian"
  local wanted=(ca-certificates chrony curl openssl unattended-upgrades)
  if serves; then wanted+=(caddy g++ make python3 sqlite3); fi
  if shows; then wanted+=(cage chromium cups dbus fonts-noto-core libpam-systemd wlr-randr); fi
  apt update
  apt install --no-install-recommends "${wanted[@]}"
  serves || return 0
  node_is_new_enough || apt install --no-install-recommends nodejs
  node_is_new_enough || die "Janji needs Node 20.19 or newer; this machine's Debian offers $(node --version 2>/dev/null || echo none).
Use Debian 13, or install a newer Node first and run this again."
  command -v npm >/dev/null 2>&1 || apt install --no-install-recommends npm
  # Compiling the database driver needs Node's headers; Debian's own Node brings them apart.
  [ -f /usr/include/node/node.h ] || apt install --no-install-recommends libnode-dev || true
}

set_up_machine() {
  say "The machine: time, logs, updates"
  if serves; then
    if put "$here/server/chrony-lan.conf" /etc/chrony/conf.d/janji.conf 0644; then systemctl restart chrony || true; fi
  else
    if put "$here/kiosk/chrony-kiosk.conf" /etc/chrony/conf.d/janji.conf 0644 "ADDRESS=$address"; then systemctl restart chrony || true; fi
  fi
  if put "$here/server/journald.conf" /etc/systemd/journald.conf.d/janji.conf 0644; then systemctl restart systemd-journald; fi
  put "$here/server/unattended-upgrades" /etc/apt/apt.conf.d/52janji-unattended-upgrades 0644 || true
  systemctl enable --quiet --now chrony || tell "chrony did not start; see: systemctl status chrony"
}

set_up_account() {
  getent passwd "$1" >/dev/null || useradd --system --user-group --home-dir "$2" --no-create-home --shell /usr/sbin/nologin "$1"
}

set_up_server() {
  say "The server's account, folders and secret"
  set_up_account janji "$JANJI_STATE"
  install -d -o root -g root -m 0755 "$JANJI_HOME" "$RELEASES" "$JANJI_ETC"
  install -d -o janji -g janji -m 0750 "$JANJI_STATE"
  if [ -f "$JANJI_ETC/janji.env" ]; then
    tell "$JANJI_ETC/janji.env is kept as it is"
  else
    put "$here/server/janji.env" "$JANJI_ETC/janji.env" 0640 "MODE=$mode" "SECRET=$(openssl rand -hex 32)" "ADDRESS=$address" || true
  fi
  chown root:janji "$JANJI_ETC/janji.env"
  chmod 0640 "$JANJI_ETC/janji.env"

  say "The release"
  local name
  name="$(release_name "$here/..")"
  if [ -L "$JANJI_HOME/current" ] && [ "$(current_release)" != "$name" ]; then
    tell "release $(current_release) is installed; these sources are $name."
    die "To change to them with a copy of the database and a way back: sudo $here/update.sh"
  fi
  build_release "$here/.." "$name"
  [ -L "$JANJI_HOME/current" ] || switch_to "$name"

  put "$here/server/janji-command.sh" /usr/local/sbin/janji 0755 || true

  say "The service"
  if put "$here/server/janji.service" /etc/systemd/system/janji.service 0644; then systemctl daemon-reload; fi
  systemctl enable --quiet janji
  systemctl start janji || true
  wait_healthy 120 || die "The server does not answer. What it says: journalctl -u janji -n 50"
  tell "serving release $(current_release) on port $(server_port) of this machine alone"
}

set_up_door() {
  say "The door: https://$address"
  local changed=false
  if put "$here/server/Caddyfile" /etc/caddy/Caddyfile 0644 "ADDRESS=$address"; then changed=true; fi
  install -d -m 0755 /var/lib/janji-ca
  systemctl enable --quiet caddy
  if "$changed" || ! systemctl is-active --quiet caddy; then systemctl restart caddy; fi
  local root=/var/lib/caddy/.local/share/caddy/pki/authorities/local/root.crt waited=0
  until [ -s "$root" ] || [ "$waited" -ge 30 ]; do
    sleep 1
    waited=$((waited + 1))
  done
  [ -s "$root" ] || die "Caddy made no certificate. What it says: journalctl -u caddy -n 50"
  install -m 0644 "$root" /var/lib/janji-ca/janji-ca.crt
  ca=/var/lib/janji-ca/janji-ca.crt
  # On the server itself the name must work even when the office's network is down.
  if [[ ! "$address" =~ ^[0-9.]+$ ]] && ! getent hosts "$address" >/dev/null; then
    printf '127.0.0.1 %s\n' "$address" >>/etc/hosts
  fi
  curl -fsS --retry 10 --retry-delay 1 --retry-all-errors --cacert "$ca" "https://$address/api/v1/health" >/dev/null ||
    die "https://$address does not answer on this machine. What Caddy says: journalctl -u caddy -n 50"
  tell "answers, verified against its own certificate"
}

set_up_kiosk() {
  say "The kiosk's screen"
  set_up_account janji-kiosk /var/lib/janji-kiosk
  local pem lib=/usr/local/lib/janji-kiosk changed=false file
  openssl x509 -in "$ca" -noout 2>/dev/null || die "$ca is no certificate."
  pem="$(openssl x509 -in "$ca" -outform DER | base64 -w 0)"
  install -d -m 0755 "$JANJI_ETC" "$lib"
  for file in prepare-profile.sh start-kiosk.sh; do
    if put "$here/kiosk/$file" "$lib/$file" 0755; then changed=true; fi
  done
  if put "$here/kiosk/policies.json" /etc/chromium/policies/managed/janji.json 0644 "ADDRESS=$address" "CA=$pem"; then changed=true; fi
  if put "$here/kiosk/kiosk.env" "$JANJI_ETC/kiosk.env" 0644 "ADDRESS=$address" "ROTATE=$rotate"; then changed=true; fi
  if put "$here/kiosk/xkb-symbols" /etc/xkb/symbols/janji 0644; then changed=true; fi
  if put "$here/kiosk/xkb-rules" /etc/xkb/rules/janji 0644; then changed=true; fi
  put "$here/kiosk/pam" /etc/pam.d/janji-kiosk 0644 || true
  put "$here/kiosk/logind.conf" /etc/systemd/logind.conf.d/janji-kiosk.conf 0644 || true
  put "$here/kiosk/sysctl.conf" /etc/sysctl.d/60-janji-kiosk.conf 0644 || true
  put "$here/kiosk/udev.rules" /etc/udev/rules.d/70-janji-kiosk.rules 0644 || true
  if put "$here/kiosk/janji-kiosk.service" /etc/systemd/system/janji-kiosk.service 0644; then changed=true; fi
  systemctl daemon-reload
  systemctl mask --quiet ctrl-alt-del.target
  systemctl set-default --quiet graphical.target
  systemctl enable --quiet janji-kiosk
  systemctl enable --quiet --now cups || tell "the print service did not start; see: systemctl status cups"
  if "$changed"; then systemctl restart janji-kiosk || true; else systemctl start janji-kiosk || true; fi
  systemctl is-active --quiet janji-kiosk ||
    tell "the screen is not up (no screen attached?); after a restart of the machine it comes by itself"
}

install_packages
set_up_machine
if serves; then
  set_up_server
  set_up_door
fi
if shows; then set_up_kiosk; fi

say "Done"
if serves; then
  tell "staff        https://$address/staff"
  tell "kiosk        https://$address/kiosk"
  tell "certificate  http://$address/janji-ca.crt   $(openssl x509 -in "$ca" -noout -fingerprint -sha256)"
  first="$(journalctl -u janji -o cat --no-pager | grep -o 'https\?://[^ ]*/staff/setup#[^ ]*' | tail -n 1 || true)"
  if [ -n "$first" ]; then tell "first account, works once: $first"; fi
  tell "keep a copy of $JANJI_ETC/janji.env away from this machine: it holds the office's secret"
fi
