import "server-only";

/** Reads a body up to a limit in bytes, without trusting its announced length; null when it is longer. */
export async function boundedText(request: Request, limit: number): Promise<string | null> {
  if (!request.body) return "";
  const decoder = new TextDecoder();
  let size = 0;
  let text = "";
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limit) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** A body's bytes up to a limit, without trusting its announced length; null when it is longer. */
export async function boundedBytes(request: Request, limit: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (request.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** A body of JSON up to a limit in bytes; null when it is longer or no JSON. */
export async function boundedJson(
  request: Request,
  limit: number,
): Promise<{ readonly value: unknown } | null> {
  const text = await boundedText(request, limit);
  if (text === null) return null;
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}
