#!/usr/bin/env bash
# Changes a running office to the release that this folder holds, and back by itself when it does not come up.
#
#   sudo deploy/update.sh             build, copy the database, change, check; go back when the check fails
#   sudo deploy/update.sh --back      to the release before, keeping today's data
#   sudo deploy/update.sh --back --with-copy   … and to the database as it was before the last update
#   sudo deploy/update.sh --list      what is installed
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=lib/common.sh
. "$here/lib/common.sh"
# shellcheck source=lib/release.sh
. "$here/lib/release.sh"
# shellcheck source=lib/database.sh
. "$here/lib/database.sh"

# Seconds that a new release gets to say that it serves: migrations of a year's data included.
HEALTHY_WITHIN=180
former="$JANJI_HOME/former.env"

noted() { sed -n "s/^$1=//p" "$former" 2>/dev/null; }

list() {
  local name
  for name in "$RELEASES"/*/; do
    name="$(basename "$name")"
    if [ "$name" = "$(current_release)" ]; then tell "$name   serves now"; else tell "$name"; fi
  done
  [ -z "$(noted release)" ] || tell "before the last update: $(noted release), copy $(noted copy)"
}

# start_release NAME: 0 when it serves.
start_release() {
  switch_to "$1"
  systemctl start janji || true
  wait_healthy "$HEALTHY_WITHIN"
}

go_back() {
  local with_copy="$1" now target copy
  now="$(current_release)"
  target="$(noted release)"
  copy="$(noted copy)"
  if [ -z "$target" ] || [ ! -d "$RELEASES/$target" ]; then die "There is no release before $now to go back to."; fi
  if [ "$with_copy" = no ] && [ "$(migrations_of "$now")" != "$(migrations_of "$target")" ]; then
    die "$now changed the database's shape; $target cannot read it. Nothing was changed.
Going back with the copy of $(date -r "$copy" '+%d.%m.%Y %H:%M' 2>/dev/null || echo '(missing)') loses all that was recorded since:
  sudo $0 --back --with-copy"
  fi
  if [ "$with_copy" = yes ]; then [ -f "$copy" ] || die "There is no copy to go back to ${copy:+($copy is gone)}. Nothing was changed."; fi
  say "Back to $target"
  systemctl stop janji
  if [ "$with_copy" = yes ]; then restore_database "$copy" || die "The copy could not be put back; the server is stopped. Call support."; fi
  start_release "$target" || die "$target does not come up either. What it says: journalctl -u janji -n 50"
  printf 'release=%s\ncopy=\n' "$now" >"$former"
  tell "$target serves"
}

update() {
  local new old copy free
  new="$(release_name "$here/..")"
  old="$(current_release)"
  if [ "$new" = "$old" ] && wait_healthy 10; then
    tell "$new serves already: nothing to do"
    return
  fi
  free="$(df --output=avail -m "$JANJI_HOME" | tail -n 1)"
  [ "$free" -ge 3000 ] || die "Only $free MB are free; an update needs 3000. Nothing was changed."
  say "Building $new beside $old"
  build_release "$here/.." "$new"

  say "Changing over (the kiosks say that they wait)"
  systemctl stop janji
  if ! copy="$(copy_database "before-$new-$(date -u +%Y%m%dT%H%M%SZ)")"; then
    systemctl start janji
    die "The database could not be copied (disk full?). $old serves on; nothing was changed."
  fi
  tell "copy of the database: ${copy:-none yet}"
  # Written before the change: after a power cut in between, --back knows where to.
  printf 'release=%s\ncopy=%s\n' "$old" "$copy" >"$former"
  sync "$former"
  put "$here/server/janji.service" /etc/systemd/system/janji.service 0644 || true
  systemctl daemon-reload
  if start_release "$new"; then
    prune_releases
    prune_copies
    say "Done"
    tell "$new serves. Back, if you must: sudo $0 --back"
    return
  fi

  say "$new does not come up: going back to $old"
  journalctl -u janji -n 30 --no-pager -o cat | sed 's/^/   | /' || true
  systemctl stop janji
  if [ -n "$copy" ]; then restore_database "$copy" || die "The copy $copy could not be put back; the server is stopped. Call support."; fi
  if [ -f "$RELEASES/$old/deploy/server/janji.service" ]; then
    put "$RELEASES/$old/deploy/server/janji.service" /etc/systemd/system/janji.service 0644 || true
    systemctl daemon-reload
  fi
  start_release "$old" || die "$old does not come up either. What it says: journalctl -u janji -n 50"
  rm -rf "${RELEASES:?}/$new" "$former"
  die "$old serves again, with the data as they were before the update. $new was removed; send the lines above to support."
}

require_root
require_debian
if [ ! -L "$JANJI_HOME/current" ] || [ ! -f "$JANJI_ETC/janji.env" ]; then
  die "Janji is not installed here: sudo $here/install.sh --help"
fi
exec 9>"$JANJI_HOME/.updating"
flock -n 9 || die "Another update is running."
case "${1:-} ${2:-}" in
  " ") update ;;
  "--list ") list ;;
  "--back ") go_back no ;;
  "--back --with-copy") go_back yes ;;
  *) sed -n '2,/^set /s/^# \{0,1\}//p' "$0" ;;
esac
