import { Document, Text } from "@react-pdf/renderer";
import { describe, expect, test } from "vitest";
import { DEMO_SETTINGS } from "@/lib/office/default-settings";
import { PdfPage } from "@/lib/register/pdf/page-frame";
import { writePdf } from "@/lib/register/pdf/write-pdf";
import { pdfInk, pdfPages } from "../../support/pdf-text";

const DOT =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

const draw = (logo?: string) =>
  writePdf(
    <Document>
      <PdfPage
        office={{ ...DEMO_SETTINGS, letterhead: { ...DEMO_SETTINGS.letterhead, logo } }}
        foot="Dokumen 7"
        pageOf={(page, pages) => `Halaman ${page} dari ${pages}`}
      >
        <Text>Şükrü Đặng Wójcik</Text>
        <Text break>Lanjutan</Text>
      </PdfPage>
    </Document>,
  );

describe("a page of a document", () => {
  test.each([
    ["without an emblem", undefined],
    ["with an emblem", DOT],
  ])("has the office's letterhead first, and its number at each foot, %s", async (_how, logo) => {
    const [first, second, ...more] = await pdfPages(await draw(logo));
    expect(more).toEqual([]);
    expect(first).toContain(
      "KEMENTERIAN IMIGRASI DAN PEMASYARAKATAN REPUBLIK INDONESIA DIREKTORAT JENDERAL IMIGRASI",
    );
    expect(first).toContain("KANTOR IMIGRASI BLITAR KELAS II NON TPI");
    expect(first).toContain("Dokumen 7");
    expect(first).toContain("Halaman 1 dari 2");
    expect(second).not.toContain("KANTOR IMIGRASI");
    expect(second).toContain("Lanjutan");
    expect(second).toContain("Halaman 2 dari 2");
  });

  test("has its foot on the paper, on each page", async () => {
    for (const ink of await pdfInk(await draw(), 0.93, 1)) expect(ink).toBeGreaterThan(0.001);
  });

  test("writes the letters of people's names", async () => {
    const [first] = await pdfPages(await draw());
    expect(first).toContain("Şükrü Đặng Wójcik");
  });
});
