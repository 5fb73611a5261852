import "server-only";
import { Document, Text, View } from "@react-pdf/renderer";
import { PdfPage } from "@/lib/register/pdf/page-frame";
import { mm, PDF_COLORS } from "@/lib/register/pdf/palette";
import { writePdf } from "@/lib/register/pdf/write-pdf";
import { documentWords, type DocumentWords } from "./document-words";
import type { ReceiptDocument } from "./read-document";
import { SignatureBlocks } from "./signature-blocks";

type Part = { readonly document: ReceiptDocument; readonly words: DocumentWords };

const HEADING = {
  fontSize: 11,
  fontWeight: 700,
  marginTop: mm(5),
  marginBottom: mm(1.5),
  lineHeight: 1.3,
} as const;

function Ended({ document: { receipt }, words }: Part) {
  if (!receipt.supersededAt) return null;
  const at = { date: words.date(receipt.supersededAt), time: words.time(receipt.supersededAt) };
  const replaced = receipt.supersededCause === "PROMISE_KEPT";
  return (
    <Text
      style={{
        marginBottom: mm(5),
        padding: mm(2.5),
        borderWidth: 1.5,
        borderColor: PDF_COLORS.amber,
        color: PDF_COLORS.amber,
        fontWeight: 700,
        textAlign: "center",
      }}
    >
      {words.t(replaced ? "replaced" : "superseded", at)}
    </Text>
  );
}

function Facts({ document: { voucher }, words }: Part) {
  const { t } = words;
  const rows = [
    [t("voucher"), voucher.number],
    [t("queue"), voucher.queueNumber],
    [t("last4"), voucher.bookingLast4 ?? t("noLast4")],
    [t("day"), words.day(voucher.serviceDate)],
    [t("ticketAt"), words.time(voucher.ticketAt)],
    [t("waited"), words.waited(voucher.waitedMs)],
    [t("basis"), voucher.legalBasis],
  ];
  return (
    <View>
      <Text style={HEADING}>{t("facts")}</Text>
      {rows.map(([label, value]) => (
        <View
          key={label}
          style={{
            flexDirection: "row",
            paddingVertical: mm(1.1),
            borderBottomWidth: 0.5,
            borderBottomColor: PDF_COLORS.line,
          }}
        >
          <Text style={{ width: mm(74), color: PDF_COLORS.inkSoft }}>{label}</Text>
          <Text style={{ flex: 1, fontWeight: 600 }}>{value}</Text>
        </View>
      ))}
    </View>
  );
}

/** The very sentences that stood above the signature, each with who recorded it. */
function Statements({ document: { receipt, names }, words }: Part) {
  const version = `v${receipt.wording}`;
  const lines = [
    {
      text: words.statement(`${version}.${receipt.apologyGiven ? "apology" : "noApology"}`),
      given: receipt.apologyGiven,
      at: receipt.apologyAt,
      who: names.apologyBy,
    },
    {
      text: words.statement(`${version}.${receipt.souvenir}`, { item: receipt.item ?? "–" }),
      given: receipt.souvenir !== "NOT_GIVEN",
      at: receipt.souvenirAt,
      who: names.souvenirBy,
    },
  ];
  return (
    <View>
      <Text style={HEADING}>{words.t("given")}</Text>
      {lines.map(({ text, given, at, who }) => (
        <View
          key={text}
          style={{
            flexDirection: "row",
            marginBottom: mm(2),
            paddingVertical: mm(2.2),
            paddingHorizontal: mm(3),
            backgroundColor: PDF_COLORS.wash,
            borderLeftWidth: 3,
            borderLeftColor: given ? PDF_COLORS.ink : PDF_COLORS.lineStrong,
          }}
        >
          <View style={{ flex: 1 }}>
            <Text style={{ fontSize: 11, fontWeight: 600, lineHeight: 1.35 }}>{text}</Text>
            <Text style={{ fontSize: 8.5, lineHeight: 1.35, color: PDF_COLORS.inkSoft }}>
              {words.t("by", { date: words.date(at), time: words.time(at), who })}
            </Text>
          </View>
        </View>
      ))}
    </View>
  );
}

function Copy({ document, words, copy }: Part & { readonly copy: "forApplicant" | "forOffice" }) {
  const { receipt, voucher, office, demo } = document;
  const { t } = words;
  return (
    <PdfPage
      office={office}
      foot={`${receipt.number} · ${t(copy)}`}
      pageOf={(page, pages) => t("page", { page, pages })}
      sample={demo ? t("sample") : undefined}
    >
      <Text style={{ fontSize: 15, fontWeight: 800, lineHeight: 1.3, textAlign: "center" }}>
        {t("title")}
      </Text>
      <Text style={{ textAlign: "center", marginBottom: mm(5) }}>
        {t("number", { number: receipt.number })}
      </Text>
      <Ended document={document} words={words} />
      <Text>{t("intro", { date: words.day(voucher.serviceDate) })}</Text>
      <Facts document={document} words={words} />
      <Statements document={document} words={words} />
      <SignatureBlocks document={document} words={words} />
    </PdfPage>
  );
}

/** A receipt as PDF, A4: a page for the applicant and the same for the office. */
export function writeReceiptPdf(document: ReceiptDocument): Promise<Uint8Array<ArrayBuffer>> {
  const words = documentWords(document.office);
  const title = `${words.t("title")} ${document.receipt.number}`;
  return writePdf(
    <Document title={title} author={document.office.name} creator="Janji" producer="Janji" language="id">
      <Copy document={document} words={words} copy="forApplicant" />
      <Copy document={document} words={words} copy="forOffice" />
    </Document>,
  );
}
