import "server-only";
import { Page, Text, View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import { PDF_FONTS, registerFonts } from "./fonts";
import { PdfLetterhead, type LetterheadOffice } from "./letterhead";
import { mm, PDF_COLORS } from "./palette";

type Props = {
  office: LetterheadOffice;
  /** What stands at the foot of each page, at the left: the document and its number. */
  foot: string;
  /** "Halaman 1 dari 2" */
  pageOf: (page: number, pages: number) => string;
  orientation?: "portrait" | "landscape";
  /** The demo's documents say on each page that they are none. */
  sample?: string | undefined;
  children: ReactNode;
};

/**
 * A4 with the office's letterhead on the first page, and at the foot of each the document's name and page number.
 * Line heights belong to the texts: one of the page itself would grow with each turn that page numbers take, and push the
 * foot off the paper.
 */
export function PdfPage({ office, foot, pageOf, orientation = "portrait", sample, children }: Props) {
  registerFonts();
  return (
    <Page
      size="A4"
      orientation={orientation}
      style={{
        fontFamily: PDF_FONTS,
        fontSize: 10,
        fontWeight: 400,
        color: PDF_COLORS.ink,
        paddingTop: mm(14),
        paddingBottom: mm(22),
        paddingHorizontal: mm(20),
      }}
    >
      {sample !== undefined && (
        <Text
          fixed
          style={{
            position: "absolute",
            top: 0,
            left: 0,
            right: 0,
            paddingVertical: mm(1.4),
            backgroundColor: PDF_COLORS.gold,
            fontSize: 9,
            fontWeight: 700,
            textAlign: "center",
          }}
        >
          {sample}
        </Text>
      )}
      <PdfLetterhead office={office} />
      {children}
      <View
        fixed
        style={{
          position: "absolute",
          bottom: mm(10),
          left: mm(20),
          right: mm(20),
          paddingTop: mm(2),
          borderTopWidth: 0.7,
          borderTopColor: PDF_COLORS.line,
          flexDirection: "row",
          justifyContent: "space-between",
          fontSize: 8,
          color: PDF_COLORS.inkSoft,
        }}
      >
        <Text>{foot}</Text>
        <Text render={({ pageNumber, totalPages }) => pageOf(pageNumber, totalPages)} />
      </View>
    </Page>
  );
}
