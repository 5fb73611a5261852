import "server-only";

/**
 * What a browser hears whose session is over: it drops what it loaded and what it kept for Back. Not "cookies" and
 * "storage": those hold nothing of a person, but a kiosk's credential and its page without a server, where one browser is
 * both, and the tablet's own counter, printer and lens.
 */
export const SESSION_OVER = { "clear-site-data": '"cache"' } as const;
