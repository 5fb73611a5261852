import "server-only";

/** The most characters a QR code of text can hold; whatever is longer is no booking letter. */
export const LONGEST_PAYLOAD = 4296;

/** Nested links escape what is inside them again; deeper than this nobody nests them. */
const DEEPEST_ESCAPING = 3;

/**
 * What a scanner delivered, as plain text to look for numbers in: percent escapes read, compatibility forms such as
 * full-width digits made ordinary, control characters made line breaks. Null when it is too long to be a payload.
 * Nothing is ever deleted between two digits, so two numbers cannot grow into one.
 */
export function readableText(payload: string): string | null {
  if (payload.length > LONGEST_PAYLOAD) return null;
  const text = withoutControls(unescaped(spacedQuery(payload)).normalize("NFKC"))
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .trim();
  return text.length > LONGEST_PAYLOAD ? null : text;
}

/** Forms write a space in a query as `+`; this comes before unescaping, where `%2B` becomes a real plus sign. */
function spacedQuery(payload: string): string {
  if (!/^\s*[a-z][a-z0-9+.-]*:\/\//i.test(payload)) return payload;
  return payload.replace(/\?.*$/s, (query) => query.replaceAll("+", " "));
}

function unescaped(text: string): string {
  let current = text;
  for (let depth = 0; depth < DEEPEST_ESCAPING; depth += 1) {
    current = current.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) =>
      // Bytes that are no UTF-8 become replacement characters, which still keep their neighbours apart.
      Buffer.from(escapes.replaceAll("%", ""), "hex").toString("utf8"),
    );
  }
  return current;
}

function withoutControls(text: string): string {
  return text.replace(/\p{Cc}/gu, "\n");
}
