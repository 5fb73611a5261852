import "server-only";
import { Text, View } from "@react-pdf/renderer";
import type { Cell, Table, TableColumn } from "@/lib/register/account/types";
import type { ReportWords } from "@/lib/register/account/words";
import { PDF_COLORS } from "@/lib/register/pdf/palette";

type Kind = "head" | "body" | "total";

function PdfCell({
  column,
  kind,
  size,
  children,
}: {
  column: TableColumn;
  kind: Kind;
  size: number;
  children: string;
}) {
  return (
    <Text
      style={{
        flexGrow: column.width,
        flexBasis: 0,
        paddingHorizontal: 2.5,
        fontSize: kind === "head" ? size - 0.7 : size,
        fontWeight: kind === "body" ? 400 : 700,
        textAlign: column.align,
        lineHeight: 1.25,
      }}
    >
      {children}
    </Text>
  );
}

/** More rows than this may not fit on what is left of a page: the table goes on over the next, under its head again. */
const KEPT_TOGETHER = 16;

function PdfTitle({ title, note }: Pick<Table, "title" | "note">) {
  return (
    <View style={{ marginBottom: 4 }}>
      <Text style={{ fontSize: 11, fontWeight: 700, marginBottom: 1.5 }}>{title}</Text>
      {note !== undefined && (
        <Text style={{ fontSize: 8.5, lineHeight: 1.4, color: PDF_COLORS.inkSoft }}>{note}</Text>
      )}
    </View>
  );
}

/** A table; a short one stands on one page, of a long one the head comes again on each. Rows are never torn. */
export function PdfTable({
  table,
  words,
  size = 8.5,
  narrow = false,
  untitled = false,
  newPage = false,
}: {
  table: Table;
  words: ReportWords;
  size?: number;
  /** Durations as hours and minutes, for many columns. */
  narrow?: boolean;
  untitled?: boolean;
  newPage?: boolean;
}) {
  const { title, note, columns, rows, totalled = false } = table;
  const together = rows.length <= KEPT_TOGETHER;
  const written = (cells: readonly Cell[]) => cells.map(narrow ? words.narrowCell : words.cell);
  const line = { flexDirection: "row", paddingVertical: size / 4.2 } as const;
  return (
    <View wrap={!together} break={newPage} style={{ marginBottom: untitled ? 0 : 14 }}>
      {!untitled && (
        // A title alone at a page's foot would name a table that nobody sees.
        <View minPresenceAhead={80}>
          <PdfTitle title={title} {...(note === undefined ? {} : { note })} />
        </View>
      )}
      {rows.length > 0 && (
        <View
          fixed={!together}
          style={{
            ...line,
            alignItems: "flex-end",
            ...{ borderBottomWidth: 1, borderBottomColor: PDF_COLORS.ink, backgroundColor: PDF_COLORS.wash },
          }}
        >
          {columns.map((column) => (
            <PdfCell key={column.label} column={column} kind="head" size={size}>
              {column.label}
            </PdfCell>
          ))}
        </View>
      )}
      {rows.map((row, at) => {
        const kind = totalled && at === rows.length - 1 ? "total" : "body";
        const cells = written(row);
        const edge =
          kind === "total"
            ? { borderTopWidth: 1, borderTopColor: PDF_COLORS.ink }
            : { borderBottomWidth: 0.5, borderBottomColor: PDF_COLORS.line };
        return (
          <View key={at} wrap={false} style={{ ...line, ...edge }}>
            {columns.map((column, index) => (
              <PdfCell key={column.label} column={column} kind={kind} size={size}>
                {cells[index] ?? ""}
              </PdfCell>
            ))}
          </View>
        );
      })}
    </View>
  );
}

/** A long list of few columns as two halves beside each other. */
export function PdfHalves({ table, words }: { table: Table; words: ReportWords }) {
  const middle = Math.ceil(table.rows.length / 2);
  const half = (rows: Table["rows"]) => ({ ...table, rows });
  return (
    <View wrap={false} style={{ marginBottom: 14 }}>
      <PdfTitle title={table.title} />
      <View style={{ flexDirection: "row", gap: 14 }}>
        {[table.rows.slice(0, middle), table.rows.slice(middle)].map((rows, index) => (
          <View key={index} style={{ flexGrow: 1, flexBasis: 0 }}>
            <PdfTable table={half(rows)} words={words} size={8} untitled />
          </View>
        ))}
      </View>
    </View>
  );
}
