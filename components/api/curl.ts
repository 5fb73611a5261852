/** A request as a terminal takes it; a body never holds a single quote, so that the shell reads it as it stands. */
export function curl(path: string, body: unknown): string {
  const json = JSON.stringify(body, null, 2).replaceAll("'", "\\u0027");
  return [
    `curl -s "$BASE${path}" \\`,
    '  -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" \\',
    `  -d '${json}'`,
  ].join("\n");
}

/** Sends a file until it is taken; what comes before it, reading the queue system, is the bridge's own. */
export const RECIPE = `#!/bin/sh
# send.sh FILE: FILE holds { "tickets": [ … ] }, at most 500 of them
while :; do
  status=$(curl -s -o answer.json -D headers.txt -w '%{http_code}' "$BASE/api/v1/queue/tickets" \\
    -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" --data-binary "@$1")
  case $status in
    200) grep -q REFUSED answer.json && cp answer.json "$1.refused"; exit 0 ;;
    400|401|413|415) cat answer.json >&2; exit 1 ;;
  esac
  wait=$(sed -n 's/^retry-after: *\\([0-9]*\\).*/\\1/Ip' headers.txt)
  sleep "\${wait:-5}"
done`;
