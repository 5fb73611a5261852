import "server-only";
import { Path, Svg, Text, View } from "@react-pdf/renderer";
import { mm, PDF_COLORS } from "@/lib/register/pdf/palette";
import type { DocumentWords } from "./document-words";
import type { SignaturePicture } from "./drawn-signature";
import type { ReceiptDocument } from "./read-document";

type Part = { readonly document: ReceiptDocument; readonly words: DocumentWords };

const ROOM = mm(28);
const NOTE = { fontSize: 8, lineHeight: 1.3, color: PDF_COLORS.inkSoft } as const;

function Drawn({ picture: { box, curves } }: { picture: SignaturePicture }) {
  return (
    <Svg
      viewBox={box.join(" ")}
      style={{ width: mm(66), height: ROOM - mm(5) }}
      preserveAspectRatio="xMidYMid meet"
    >
      {curves.map(({ d, width }, index) => (
        <Path
          key={index}
          d={d}
          fill="none"
          stroke={PDF_COLORS.ink}
          strokeWidth={width}
          strokeLinecap="round"
        />
      ))}
    </Svg>
  );
}

/** What stands where the applicant signs: the picture, or words instead of it. */
function ApplicantsPlace({ document: { place, receipt }, words }: Part) {
  const at = { date: words.date(receipt.signedAt), time: words.time(receipt.signedAt) };
  switch (place.kind) {
    case "PICTURE":
      return (
        <View style={{ alignItems: "center" }}>
          <Drawn picture={place.picture} />
          <Text style={NOTE}>{words.t("pictureBelow", at)}</Text>
        </View>
      );
    case "THUMBPRINT":
      return (
        <View
          style={{
            width: mm(30),
            height: ROOM,
            borderWidth: 0.8,
            borderColor: PDF_COLORS.lineStrong,
            justifyContent: "flex-end",
            alignItems: "center",
          }}
        >
          <Text style={NOTE}>{words.t("THUMBPRINT")}</Text>
        </View>
      );
    case "ELECTRONIC":
    case "REMOVED":
    case "UNREADABLE":
    case "UNABLE":
    case "DECLINED": {
      const key = { ELECTRONIC: "electronic", REMOVED: "removed", UNREADABLE: "unreadable" } as const;
      const word = place.kind in key ? key[place.kind as keyof typeof key] : place.kind;
      return (
        <Text style={{ textAlign: "center", fontSize: 9.5, lineHeight: 1.35 }}>{words.t(word, at)}</Text>
      );
    }
  }
}

const BLOCK = { width: mm(76), alignItems: "center" } as const;
const PLACE = { height: ROOM + mm(2), justifyContent: "center", alignItems: "center" } as const;
const LINE = {
  alignSelf: "stretch",
  borderTopWidth: 0.8,
  borderTopColor: PDF_COLORS.ink,
  paddingTop: 2,
  textAlign: "center",
} as const;

/** Place and date, and beside one another where the applicant signed and where the officer signs by hand. */
export function SignatureBlocks({ document, words }: Part) {
  const { receipt, voucher, office, names } = document;
  const place = { place: office.letterhead.place, date: words.date(receipt.signedAt) };
  return (
    <View wrap={false} style={{ marginTop: mm(5) }}>
      <Text style={{ textAlign: "right", marginBottom: mm(2) }}>{words.t("placeDate", place)}</Text>
      <View style={{ flexDirection: "row", justifyContent: "space-between" }}>
        <View style={BLOCK}>
          <Text>{words.t("applicant")}</Text>
          <View style={PLACE}>
            <ApplicantsPlace document={document} words={words} />
          </View>
          <Text style={LINE}>{words.t("applicantLine", { queue: voucher.queueNumber })}</Text>
        </View>
        <View style={BLOCK}>
          <Text>{words.t("officer")}</Text>
          <View style={PLACE} />
          <Text style={LINE}>{names.witness}</Text>
        </View>
      </View>
    </View>
  );
}
