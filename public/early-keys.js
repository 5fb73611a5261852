// Keeps the keys of a scan that comes before the kiosk's page is awake; its reader drains them when it starts.
// Nothing is stored: the keys live in this page's memory, and only the last few seconds of them.
(() => {
  const MOST = 6000;
  const OLDEST_MS = 10_000;
  let keys = [];
  const keep = (key) => {
    if (keys.length >= MOST) keys = keys.slice(-MOST / 2);
    keys.push(key);
  };
  const onDown = (event) => {
    // A scan's Enter submits no form that happens to be there already.
    if (event.key === "Enter") event.preventDefault();
    keep({
      key: event.key,
      code: event.code,
      shift: event.shiftKey,
      alt: event.altKey,
      ctrl: event.ctrlKey || event.metaKey,
      repeat: event.repeat,
      at: event.timeStamp,
    });
  };
  const onUp = (event) => {
    if (event.key === "Alt") keep({ key: event.key, at: event.timeStamp, up: true });
  };
  addEventListener("keydown", onDown, true);
  addEventListener("keyup", onUp, true);
  window.janjiEarlyKeys = {
    drain: () => {
      removeEventListener("keydown", onDown, true);
      removeEventListener("keyup", onUp, true);
      const recent = keys.filter(({ at }) => performance.now() - at < OLDEST_MS);
      keys = [];
      return recent;
    },
  };
})();
