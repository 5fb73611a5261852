/** Who delivers tickets; recorded with each ticket and in the audit trail. */
export type TicketSource =
  | { readonly kind: "FEED"; readonly feedTokenId: string }
  | { readonly kind: "HAND"; readonly accountId: string }
  | { readonly kind: "DEMO" };

/** The answer to one delivered ticket. Each item is answered by itself: one bad row does not sink a batch. */
export type IngestAnswer =
  | { readonly ticketId: string; readonly result: "CREATED" | "UPDATED" | "UNCHANGED" | "STALE" }
  | {
      readonly ticketId: string | null;
      readonly result: "REFUSED";
      /** The field at fault, and a stable reason code. */
      readonly field: string;
      readonly reason: string;
      readonly message: string;
    };
