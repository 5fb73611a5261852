import "server-only";
import { Prisma } from "./generated/sqlite/client";

const listed = (fields: object) =>
  Prisma.raw(
    Object.keys(fields)
      .map((field) => `"${field}"`)
      .join(", "),
  );

/**
 * A table's columns by name, for plain SQL. Never `*`: PostgreSQL refuses a prepared statement whose columns became
 * more, which they do while a newer release migrates beside this one.
 */
export const TICKET_COLUMNS = listed(Prisma.TicketScalarFieldEnum);
export const VOUCHER_COLUMNS = listed(Prisma.VoucherScalarFieldEnum);
/** A list of values for `IN`; it must not be empty. */
export const anyOf = (values: readonly string[]) => Prisma.sql`(${Prisma.join([...values])})`;
