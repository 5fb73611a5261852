import "server-only";

/** Largest file of one import: a day of a busy office has some hundred kilobytes. */
export const MAX_FILE_BYTES = 2 * 1_048_576;
/** Most rows of one file, the headings not counted. */
export const MAX_ROWS = 5000;
