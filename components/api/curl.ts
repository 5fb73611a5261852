/** A request as a terminal takes it; a body never holds a single quote, so that the shell reads it as it stands. */
export function curl(path: string, body: unknown): string {
  const json = JSON.stringify(body, null, 2).replaceAll("'", "\\u0027");
  return [
    `curl -sS "$BASE${path}" \\`,
    '  -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" \\',
    `  -d '${json}'`,
  ].join("\n");
}

/**
 * Rows of a queue system as tickets, for whoever has jq; another tool does as well.
 * @param offset the office's, as in `+07:00`
 */
export const rowsRecipe = (
  offset: string,
): string => `# rows.csv: id;booking;number;printed;called;started;changed
# 101;9900000000001011;A-011;2026-11-24 09:02:00;;;2026-11-24 09:02:00
jq -Rn '
  def some: if . == "" then null else . end;
  def at: if . == "" then null else sub(" "; "T") + "${offset}" end;
  { tickets: [ inputs | select(. != "") | split(";") | {
      ticketId: .[0], bookingCode: (.[1] | some), queueNumber: (.[2] | some),
      biometricTicketAt: (.[3] | at), calledAt: (.[4] | at), biometricStartedAt: (.[5] | at),
      applicationType: "NEW", bookingChannel: "M_PASPOR", registeredInSmart: true, underReview: false,
      updatedAt: (.[6] | at) } ] }' rows.csv > tickets.json`;

/** Sends a file until it is taken; what comes before it, reading the queue system, is the bridge's own. */
export const RECIPE = `#!/bin/sh
# send.sh FILE: FILE holds { "tickets": [ … ] }, at most 500 of them
: "\${BASE:?}" "\${TOKEN:?}"
while :; do
  status=$(curl -sS -o answer.json -D headers.txt -w '%{http_code}' "$BASE/api/v1/queue/tickets" \\
    -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" --data-binary "@$1")
  case $status in
    200) grep -q REFUSED answer.json && cp answer.json "$1.refused"; exit 0 ;;
    400|401|405|413|415) cat answer.json >&2; exit 1 ;;
    000) : > headers.txt ;;
  esac
  wait=$(sed -n 's/^retry-after: *\\([0-9]*\\).*/\\1/Ip' headers.txt)
  echo "not taken ($status), again in \${wait:-5} s" >&2
  sleep "\${wait:-5}"
done`;
