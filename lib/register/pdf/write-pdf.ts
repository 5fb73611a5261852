import "server-only";
import { type DocumentProps, renderToBuffer } from "@react-pdf/renderer";
import type { ReactElement } from "react";

/** A document's bytes. @throws when an image of the settings cannot be read. */
export async function writePdf(document: ReactElement<DocumentProps>): Promise<Uint8Array<ArrayBuffer>> {
  return Uint8Array.from(await renderToBuffer(document));
}

/** What a browser gets: shown in its viewer, kept nowhere. `name` holds nothing personal: it lands in download folders. */
export function pdfResponse(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  disposition: "inline" | "attachment" = "inline",
) {
  return new Response(bytes, {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `${disposition}; filename="${name.replace(/[^A-Za-z0-9._-]/g, "-")}"`,
      "Cache-Control": "no-store",
    },
  });
}
