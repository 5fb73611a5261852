// Of the page that stands while the server is away: looks for it every few seconds, and goes to the kiosk once it answers.
const EVERY_MS = 3000;
const PATIENCE_MS = 4000;

async function serverIsBack() {
  try {
    const response = await fetch("/kiosk/pulse", {
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return response.ok && typeof (await response.json()).now === "number";
  } catch {
    return false;
  }
}

async function look() {
  if (await serverIsBack()) window.location.replace("/kiosk");
  else setTimeout(look, EVERY_MS);
}

// A reload button, a key or a gesture must not leave this page for the browser's own error page.
window.addEventListener("contextmenu", (event) => event.preventDefault());
window.addEventListener("online", () => void look());
setTimeout(look, EVERY_MS);
