import type { Book } from "./book";
import type { Asked } from "./log";

/**
 * Everything that one request leaves in the database if it took effect, each as a number of rows: all ones when it is
 * there whole, all noughts when not at all. Rows that two requests may share are looked at in account.ts.
 */
export function marksOf(book: Book, { key, deed }: Asked): Readonly<Record<string, number>> {
  switch (deed.do) {
    case "deliver": {
      const there = deed.tickets.filter((id) => book.count("tickets", { sourceTicketId: id }) > 0).length;
      const twice = deed.tickets.some((id) => book.count("tickets", { sourceTicketId: id }) > 1);
      return { tickets: twice ? 2 : there / deed.tickets.length };
    }
    case "scan": {
      const { kioskId } = deed;
      const [ticket] = book.where("tickets", { sourceTicketId: deed.ticket });
      const subjectId = ticket?.id ?? "";
      const decisions = book.where("decision_records", { ticketId: subjectId, kioskId });
      return {
        decision: decisions.length,
        audit: book.count("audit_events", { subjectId, actorId: kioskId, action: "booking.checked" }),
        key: book.count("request_keys", { key }),
      };
    }
    case "step": {
      const { voucherId, step, byId } = deed;
      const audit = book.where("audit_events", {
        subjectId: voucherId,
        actorId: byId,
        action: "voucher.step-done",
      });
      const gift = book.count("souvenir_movements", { voucherId, byId, kind: "HANDED_OUT" });
      return {
        step: book.count("voucher_steps", { voucherId, step, byId, state: "DONE" }),
        event: book.count("voucher_events", { voucherId, step, byId, kind: "STEP_DONE" }),
        audit: audit.filter(({ data }) => (JSON.parse(data ?? "{}") as { step?: string }).step === step)
          .length,
        ...(step === "SOUVENIR" ? { gift } : {}),
        key: book.count("request_keys", { key }),
      };
    }
    case "withhold": {
      const { voucherId, byId } = deed;
      return {
        ruling: book.count("rulings", { voucherId, byId, kind: "WITHHELD" }),
        event: book.count("voucher_events", { voucherId, byId, kind: "WITHHELD" }),
        audit: book.count("audit_events", {
          subjectId: voucherId,
          actorId: byId,
          action: "voucher.withheld",
        }),
        state: book.count("vouchers", { id: voucherId, state: "WITHHELD" }),
        key: book.count("request_keys", { key }),
      };
    }
    case "grant": {
      const { ticketId, byId } = deed;
      const [voucher] = book.where("vouchers", { ticketId });
      const subjectId = voucher?.id ?? "";
      return {
        voucher: book.count("vouchers", { ticketId, origin: "GRANT" }),
        ruling: book.count("rulings", { ticketId, byId, kind: "GRANTED" }),
        decision: book.count("decision_records", { voucherId: subjectId, source: "OFFICER" }),
        event: book.count("voucher_events", { voucherId: subjectId, kind: "GRANTED" }),
        audit: book.count("audit_events", { subjectId, actorId: byId, action: "voucher.granted" }),
        key: book.count("request_keys", { key }),
      };
    }
    case "outage": {
      const id = `outage-${key}`;
      return {
        outage: book.count("outages", { id }),
        event: book.count("outage_events", { id: key, outageId: id }),
        audit: book.count("audit_events", { subjectId: id, action: "outage.declared" }),
      };
    }
    case "stock":
      return {
        movement: book.count("souvenir_movements", { reason: `Kiriman ${key}`, kind: "DELIVERED" }),
        key: book.count("request_keys", { key }),
      };
  }
}

export type Found = "WHOLE" | "NOTHING" | "BROKEN";

/**
 * Whether a request is in the database whole, not at all, or as anything else. The row of its key belongs to it while
 * keys live; a refusal leaves that row alone.
 */
export function foundOf({ key, ...marks }: Readonly<Record<string, number>>, keysLive: boolean): Found {
  const counts = Object.values(marks);
  if (counts.every((count) => count === 0)) return "NOTHING";
  const keyed = !keysLive || key === undefined || key === 1;
  return keyed && counts.every((count) => count === 1) ? "WHOLE" : "BROKEN";
}
