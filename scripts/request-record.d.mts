import type { IncomingMessage, ServerResponse } from "node:http";

export function requestRecord(options: {
  readonly trustProxy: boolean;
  readonly distDir: string;
}): (request: IncomingMessage, response: ServerResponse, handle: () => void) => void;
