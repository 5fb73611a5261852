/** A page that has not come alive by then lost a part of itself on the way. */
const WATCHDOG_MS = 20_000;
const MOST_KEYS = 5_000;

/**
 * Runs while the page is still loading: keeps what a scanner types before the product hears it (components/scan/early-keys.ts
 * takes it), and loads the page anew if it never comes alive because the server was lost half way.
 */
const SCRIPT = `(() => {
  const keys = [];
  const hear = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || keys.length >= ${MOST_KEYS}) return;
    keys.push({ key: event.key, at: event.timeStamp });
    if (event.key === "Enter" || event.key === "Tab") event.preventDefault();
  };
  document.addEventListener("keydown", hear, true);
  window.janjiEarlyKeys = () => {
    document.removeEventListener("keydown", hear, true);
    return keys.splice(0);
  };
  setTimeout(() => {
    if (!document.documentElement.hasAttribute("data-awake")) location.reload();
  }, ${WATCHDOG_MS});
})();`;

export function EarlyScript() {
  return <script dangerouslySetInnerHTML={{ __html: SCRIPT }} />;
}
