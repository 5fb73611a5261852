#!/usr/bin/env bash
# One browser under one compositor that knows no second window, no menu and no other screen.
set -euo pipefail

state="${KIOSK_STATE:-/var/lib/janji-kiosk}"
url="${KIOSK_URL:?set in /etc/janji/kiosk.env}"
turns=$((${KIOSK_ROTATE:-0} / 90))
export HOME="$state" XDG_CONFIG_HOME="$state/config" XDG_CACHE_HOME="$state/cache"

if [ "${1:-}" != "--inside" ]; then
  # After a power cut both machines start together: give the server two minutes, then open whatever there is.
  deadline=$((SECONDS + 120))
  until curl -fsS --insecure --max-time 3 -o /dev/null "${url%/kiosk}/api/v1/health" || [ "$SECONDS" -ge "$deadline" ]; do
    sleep 2
  done
  options=(-d)
  # Older versions of the compositor turn the picture themselves, newer ones are told from inside.
  if [ "$turns" -gt 0 ] && cage -h 2>&1 | grep -q -- '^ -r'; then
    for ((i = 0; i < turns; i++)); do options+=(-r); done
    turns=0
  fi
  export KIOSK_TURN="$turns"
  exec cage "${options[@]}" -- "$0" --inside
fi

if [ "${KIOSK_TURN:-0}" -gt 0 ]; then
  # wlr-randr counts counter-clockwise.
  transform=$(((4 - KIOSK_TURN) * 90))
  wlr-randr | sed -n 's/^\([^ ]\+\) .*/\1/p' | while IFS= read -r output; do
    wlr-randr --output "$output" --transform "$transform"
  done
fi

# Policies in /etc/chromium/policies/managed say what the page may do; these flags say how it is shown.
exec chromium \
  --kiosk --kiosk-printing --no-first-run --noerrdialogs \
  --user-data-dir="$state/profile" --password-store=basic --ozone-platform=wayland \
  --disable-pinch --overscroll-history-navigation=0 --hide-crash-restore-bubble \
  --autoplay-policy=no-user-gesture-required --lang=id --disk-cache-size=52428800 \
  --disable-background-networking --disable-component-update --disable-breakpad --disable-sync \
  --disable-features=Translate,TouchpadOverscrollHistoryNavigation \
  "$url"
