import "server-only";
import { Text, View } from "@react-pdf/renderer";
import type { ReportOffice } from "@/lib/register/account/types";
import type { ReportWords } from "@/lib/register/account/words";
import { mm, PDF_COLORS } from "@/lib/register/pdf/palette";
import { localDate } from "@/lib/rules/local-date";
import type { IssuedAs } from "./report-document";

/** Place, date and who signs, with room for the signature; at the left what a copy can be compared by. */
export function PdfSignature({
  office,
  words,
  issued,
  asOf,
}: {
  office: ReportOffice;
  words: ReportWords;
  issued: IssuedAs | null;
  asOf: number;
}) {
  const { say } = words;
  const { place, signer } = office.letterhead;
  const on = words.date(localDate(issued?.issuedAt ?? asOf, words.timeZone));
  return (
    <View wrap={false} style={{ flexDirection: "row", justifyContent: "space-between", marginTop: mm(4) }}>
      <View style={{ width: mm(86), justifyContent: "flex-end", gap: 2 }}>
        <Text style={{ fontSize: 7.5, color: PDF_COLORS.inkSoft }}>
          {say("document.asOf", { at: words.instant(asOf) })}
        </Text>
        {issued && (
          <Text style={{ fontSize: 7.5, color: PDF_COLORS.inkSoft }}>
            {say("document.fingerprint", {
              hash: `${issued.sha256.slice(0, 32)} ${issued.sha256.slice(32)}`,
            })}
          </Text>
        )}
      </View>
      <View style={{ width: mm(72), gap: 3 }}>
        <Text>{say("document.placeDate", { place, date: on })}</Text>
        <Text style={{ fontWeight: 600 }}>{`${signer.position},`}</Text>
        <View style={{ height: mm(22) }} />
        <Text style={{ fontWeight: 700 }}>
          {signer.name === "" ? say("document.nameMissing") : signer.name}
        </Text>
        {signer.idNumber !== "" && <Text>{say("document.idNumber", { number: signer.idNumber })}</Text>}
      </View>
    </View>
  );
}
