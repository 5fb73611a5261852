/** A booking number as it stands on letters: in fours. */
export function grouped(bookingCode: string): string {
  return bookingCode.replace(/(.{4})(?=.)/g, "$1 ");
}
