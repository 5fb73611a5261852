import { headers } from "next/headers";

/** A page that has not come alive by then lost a part of itself on the way. */
const WATCHDOG_MS = 20_000;

const WATCHDOG = `setTimeout(() => {
  if (!document.documentElement.hasAttribute("data-awake")) location.reload();
}, ${WATCHDOG_MS});`;

/**
 * Runs while the page is still loading: keeps what a scanner types before the product hears it (use-wedge-scanner takes
 * it), and loads the page anew if it never comes alive because the server was lost half way.
 */
export async function EarlyScript() {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <>
      <script nonce={nonce} dangerouslySetInnerHTML={{ __html: WATCHDOG }} />
      <script nonce={nonce} src="/early-keys.js" />
    </>
  );
}
