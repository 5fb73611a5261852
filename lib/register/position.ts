import "server-only";

/**
 * Where a page of a list ended: the service date of its last row, its place within that date (a series number, an
 * instant, a wait), and its id. The next page begins right after it, so no page reads the ones before it.
 */
export interface Position {
  readonly serviceDate: string;
  readonly place: number;
  readonly id: string;
}

/** The largest whole number of a database's column: an address may hold any. */
const MOST = 2_147_483_647;

/** A place that is a series number or a wait, as a column may be compared with it. */
export const columnPlace = ({ place }: Position): number => Math.min(place, MOST);

const WRITTEN = /^(\d{4}-\d{2}-\d{2})~(\d{1,15})~([A-Za-z0-9-]{1,64})$/;

/** As it stands in an address: opaque ids and figures, nothing of a person. */
export const writePosition = ({ serviceDate, place, id }: Position): string =>
  `${serviceDate}~${place}~${id}`;

/** Reads what {@link writePosition} wrote; null for anything else, which is the beginning. */
export function readPosition(written: string | null): Position | null {
  const [, serviceDate, place, id] = WRITTEN.exec(written ?? "") ?? [];
  const real = serviceDate && !Number.isNaN(Date.parse(`${serviceDate}T00:00:00Z`));
  return real && place && id ? { serviceDate, place: Number(place), id } : null;
}

/** The newest service date that a page may still hold. */
export const lastDate = (to: string, after: Position | null): string =>
  after && after.serviceDate < to ? after.serviceDate : to;
