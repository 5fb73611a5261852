import "server-only";
import { Image, Text, View } from "@react-pdf/renderer";
import type { OfficeSettings } from "@/lib/office/schema";
import { mm, PDF_COLORS } from "./palette";

export type LetterheadOffice = Pick<OfficeSettings, "name" | "subtitle" | "letterhead">;

const EMBLEM = mm(20);
const SIDE = mm(23);
const WIDTH = mm(170);
/** A capital's width as a part of its size, on the safe side. */
const CAPITAL = 0.64;

/** Points at which a line of capitals stays on one line; below the smallest it breaks. */
const sizeFor = (line: string, usual: number, smallest: number, width: number) =>
  Math.max(smallest, Math.min(usual, width / (line.length * CAPITAL)));

/** The office's letterhead (kop surat) as its settings have it: emblem, authority, office, address, and a double rule. */
export function PdfLetterhead({ office }: { office: LetterheadOffice }) {
  const { authority, address, contact, logo } = office.letterhead;
  const side = logo === undefined ? 0 : SIDE;
  const width = WIDTH - 2 * side;
  const authoritySize = Math.min(...authority.map((line) => sizeFor(line, 10.5, 8, width)));
  return (
    <View style={{ marginBottom: mm(6) }}>
      <View style={{ flexDirection: "row", alignItems: "center", minHeight: mm(20) }}>
        {logo !== undefined && (
          <View style={{ width: side }}>
            <Image src={logo} style={{ width: EMBLEM, height: EMBLEM, objectFit: "contain" }} />
          </View>
        )}
        <View style={{ flex: 1, alignItems: "center" }}>
          {authority.map((line) => (
            <Text key={line} style={{ fontSize: authoritySize, textAlign: "center", lineHeight: 1.3 }}>
              {line.toUpperCase()}
            </Text>
          ))}
          <Text
            style={{
              fontSize: sizeFor(office.name, 15, 11, width),
              fontWeight: 800,
              textAlign: "center",
              marginTop: 3,
              lineHeight: 1.2,
            }}
          >
            {office.name.toUpperCase()}
          </Text>
          <Text
            style={{
              fontSize: sizeFor(office.subtitle, 11, 8, width),
              fontWeight: 600,
              textAlign: "center",
              lineHeight: 1.3,
            }}
          >
            {office.subtitle.toUpperCase()}
          </Text>
          <Text style={{ fontSize: 8.5, textAlign: "center", marginTop: 3, lineHeight: 1.35 }}>
            {address}
          </Text>
          {contact !== "" && (
            <Text style={{ fontSize: 8.5, textAlign: "center", lineHeight: 1.35 }}>{contact}</Text>
          )}
        </View>
        {/* The lines stand in the middle of the page, and not of what the emblem leaves. */}
        <View style={{ width: side }} />
      </View>
      <View style={{ marginTop: mm(3), height: 2, backgroundColor: PDF_COLORS.ink }} />
      <View style={{ marginTop: 1.5, height: 0.7, backgroundColor: PDF_COLORS.ink }} />
    </View>
  );
}
