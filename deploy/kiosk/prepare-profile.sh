#!/usr/bin/env bash
# Before every start of the browser: its profile is made anew, and only what makes this machine a kiosk is carried over.
# Kept: the cookie that is the kiosk's credential, the lens that the office chose (local storage), and the offline shell
# (service worker; it holds no answers). Gone: history, cache, form values, sessions, permissions, crash restore.
set -euo pipefail

state="${1:-/var/lib/janji-kiosk}"
profile="$state/profile"
fresh="$state/profile.new"
kept=("Default/Cookies" "Default/Cookies-journal" "Default/Network/Cookies" "Default/Network/Cookies-journal"
  "Default/Local Storage" "Default/Service Worker")

# A power cut between the two renames at the end leaves only the old one, under either name.
if [ ! -d "$profile" ] && [ -d "$state/profile.old" ]; then mv "$state/profile.old" "$profile"; fi
rm -rf "$fresh" "$state/profile.old"
mkdir -p "$fresh/Default"
for item in "${kept[@]}"; do
  [ -e "$profile/$item" ] || continue
  mkdir -p "$(dirname "$fresh/$item")"
  cp -a "$profile/$item" "$fresh/$item"
done
# Chromium asks no keyring here, so cookies are readable without its "Local State".
touch "$fresh/First Run"
sync -f "$fresh"
if [ -d "$profile" ]; then mv "$profile" "$state/profile.old"; fi
mv "$fresh" "$profile"
rm -rf "$state/profile.old"
