import { request, type Agent } from "node:http";

/** An answer as it went over the wire: its first line and headers, and its body. */
export interface WholeAnswer {
  readonly status: number;
  readonly head: string;
  readonly body: string;
  /** From the sending of the request to the last byte of the answer, ms. */
  readonly ms: number;
}

/** Posts JSON as a kiosk's page does, and keeps every byte of the answer. */
export function postWhole(
  url: string,
  { cookie, body, agent, address }: { cookie: string; body: unknown; agent?: Agent; address?: string },
): Promise<WholeAnswer> {
  const sent = JSON.stringify(body);
  const headers = {
    cookie,
    origin: new URL(url).origin,
    "content-type": "application/json",
    "content-length": Buffer.byteLength(sent),
    ...(address ? { "x-forwarded-for": address } : {}),
  };
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const asked = request(url, { method: "POST", headers, ...(agent ? { agent } : {}) }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const ms = performance.now() - started;
        const lines = response.rawHeaders.flatMap((name, place) =>
          place % 2 === 0 ? [`${name}: ${response.rawHeaders[place + 1] ?? ""}`] : [],
        );
        const head = [`HTTP/${response.httpVersion} ${response.statusCode ?? 0}`, ...lines].join("\r\n");
        resolve({ status: response.statusCode ?? 0, head, body: Buffer.concat(chunks).toString(), ms });
      });
    });
    asked.on("error", reject).end(sent);
  });
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** What differs between any two answers, put to one length of its own kind: ids, nonces, the server's times. */
export const withoutIds = ({ head, body }: WholeAnswer): string =>
  `${head}\r\n\r\n${body}`
    .replace(UUID, "(id)")
    .replace(/'nonce-[A-Za-z0-9+/=]{24}'/g, "(nonce)")
    .replace(/^Date: .{29}$/im, "Date: (date)")
    .replace(/"(serverNow|issuedAt)":\d{13}/g, '"$1":(now)');
