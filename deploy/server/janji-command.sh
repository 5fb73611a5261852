#!/usr/bin/env bash
# The house's commands on an installed server, as its account and with its settings:
#   sudo janji settings show            sudo janji settings apply /dev/stdin < office.json
#   sudo janji feed-token --name NAME   sudo janji feed-token --list
#   sudo janji verify-audit             sudo janji audit-head       sudo janji retention
#   sudo janji new-password USERNAME
#   sudo janji move-database /var/lib/janji/janji.db
#   sudo janji backup                   sudo janji restore ARCHIVE --key FILE [--check]
set -euo pipefail
command="${1:-}"
case "$command" in
  settings | feed-token | new-password | migrate | move-database | verify-audit | audit-head | backup | restore | retention)
    shift
    ;;
  *)
    sed -n '2,/^set /s/^# \{0,1\}//p' "$0"
    exit 1
    ;;
esac
exec systemd-run --quiet --pipe --wait --collect --uid=janji --gid=janji \
  --working-directory=/opt/janji/current --property=EnvironmentFile=/etc/janji/janji.env \
  /usr/bin/env node --conditions=react-server --import tsx "scripts/$command.ts" "$@"
