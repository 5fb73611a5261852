import "server-only";
import { Document, Text, View } from "@react-pdf/renderer";
import { PdfPage } from "@/lib/register/pdf/page-frame";
import { mm, PDF_COLORS } from "@/lib/register/pdf/palette";
import { writePdf } from "@/lib/register/pdf/write-pdf";
import { documentWords, type DocumentWords } from "./document-words";
import type { ReceiptDocument } from "./read-document";
import { SignatureBlocks } from "./signature-blocks";

type Part = { readonly document: ReceiptDocument; readonly words: DocumentWords };

const HEADING = { fontSize: 11, fontWeight: 700, marginTop: mm(6), marginBottom: mm(1.5) } as const;

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
      {words.t(`document.${replaced ? "replaced" : "superseded"}`, at)}
    </Text>
  );
}

function Facts({ document: { voucher }, words }: Part) {
  const { t } = words;
  const rows = [
    [t("document.voucher"), voucher.number],
    [t("document.queue"), voucher.queueNumber],
    [t("document.last4"), voucher.bookingLast4 ?? t("document.noLast4")],
    [t("document.day"), words.day(voucher.serviceDate)],
    [t("document.ticketAt"), words.time(voucher.ticketAt)],
    [t("document.waited"), words.waited(voucher.waitedMs)],
    [t("document.basis"), voucher.legalBasis],
  ];
  return (
    <View>
      <Text style={HEADING}>{t("document.facts")}</Text>
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
          <Text style={{ width: mm(66), color: PDF_COLORS.inkSoft }}>{label}</Text>
          <Text style={{ flex: 1, fontWeight: 600 }}>{value}</Text>
        </View>
      ))}
    </View>
  );
}

/** The very sentences that stood above the signature, each with who recorded it. */
function Statements({ document: { receipt, names }, words }: Part) {
  const version = `statement.v${receipt.wording}`;
  const lines = [
    {
      text: words.t(`${version}.${receipt.apologyGiven ? "apology" : "noApology"}`),
      given: receipt.apologyGiven,
      at: receipt.apologyAt,
      who: names.apologyBy,
    },
    {
      text: words.t(`${version}.${receipt.souvenir}`, { item: receipt.item ?? "–" }),
      given: receipt.souvenir !== "NOT_GIVEN",
      at: receipt.souvenirAt,
      who: names.souvenirBy,
    },
  ];
  return (
    <View>
      <Text style={HEADING}>{words.t("document.given")}</Text>
      {lines.map(({ text, given, at, who }) => (
        <View
          key={text}
          style={{
            flexDirection: "row",
            marginBottom: mm(2),
            padding: mm(2.8),
            backgroundColor: PDF_COLORS.wash,
            borderLeftWidth: 3,
            borderLeftColor: given ? PDF_COLORS.ink : PDF_COLORS.lineStrong,
          }}
        >
          <View style={{ flex: 1 }}>
            <Text style={{ fontSize: 11, fontWeight: 600 }}>{text}</Text>
            <Text style={{ fontSize: 8.5, color: PDF_COLORS.inkSoft, marginTop: 1 }}>
              {words.t("document.by", { date: words.date(at), time: words.time(at), who })}
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
      foot={`${receipt.number} · ${t(`document.${copy}`)}`}
      pageOf={(page, pages) => t("document.page", { page, pages })}
      sample={demo ? t("document.sample") : undefined}
    >
      <Text style={{ fontSize: 15, fontWeight: 800, textAlign: "center" }}>{t("document.title")}</Text>
      <Text style={{ textAlign: "center", marginTop: 2, marginBottom: mm(6) }}>
        {t("document.number", { number: receipt.number })}
      </Text>
      <Ended document={document} words={words} />
      <Text>{t("document.intro", { date: words.day(voucher.serviceDate) })}</Text>
      <Facts document={document} words={words} />
      <Statements document={document} words={words} />
      <SignatureBlocks document={document} words={words} />
    </PdfPage>
  );
}

/** A receipt as PDF, A4: a page for the applicant and the same for the office. */
export function writeReceiptPdf(document: ReceiptDocument): Promise<Uint8Array<ArrayBuffer>> {
  const words = documentWords(document.office);
  const title = `${words.t("document.title")} ${document.receipt.number}`;
  return writePdf(
    <Document title={title} author={document.office.name} creator="Janji" producer="Janji" language="id">
      <Copy document={document} words={words} copy="forApplicant" />
      <Copy document={document} words={words} copy="forOffice" />
    </Document>,
  );
}
