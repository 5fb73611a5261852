const LENGTH = 8;

/**
 * What of a request's id a screen shows for the log to be searched with: short enough to be read out, long enough to be
 * found (`journalctl -u janji | grep CODE`).
 */
export const supportCode = (requestId: string | undefined): string => requestId?.slice(0, LENGTH) ?? "-";
