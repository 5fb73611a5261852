import "server-only";

/** A piece of HTML that is safe to stand in a page. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = Html | string | number | null | false | readonly Part[];

const escaped = (text: string) =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");

function written(part: Part): string {
  if (part === null || part === false) return "";
  if (part instanceof Html) return part.text;
  if (typeof part === "string" || typeof part === "number") return escaped(String(part));
  return part.map(written).join("");
}

/** HTML with whatever is put into it escaped; pieces of HTML and lists of them stand as they are. */
export function html(words: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(
    words.map((word, index) => word + (index < parts.length ? written(parts[index] ?? null) : "")).join(""),
  );
}

/** JSON as the content of a script element: no text in it can end that element or begin a comment. */
export function jsonScript(id: string, value: unknown): Html {
  const json = JSON.stringify(value, null, 1).replaceAll("<", "\\u003c");
  return new Html(`<script type="application/json" id="${id}">\n${json}\n</script>`);
}
