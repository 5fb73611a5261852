/** What the measured page notes, all by its own monotonic clock. Milliseconds. */
export interface Noted {
  /** A picture with a code stood in the kiosk's video. */
  shownAt?: number;
  askedAt?: number;
  answeredAt?: number;
  /** From the last byte of the question to the first of the answer, as the browser's network saw it. */
  serverMs?: number;
  paintedAt?: number;
}

/**
 * Runs in the page before anything of its own. Watches the video for a code (ink where there was wall), the question for
 * the booking, and the answer's screen until the frame after it was painted. Nothing of the page is changed by it.
 */
export function watchTheScan(): void {
  const noted: Noted = {};
  Object.assign(window, { noted });
  const fetched = window.fetch.bind(window);
  window.fetch = async (...call: Parameters<typeof fetch>) => {
    if (!(call[0] as string).includes("/kiosk/check")) return fetched(...call);
    noted.askedAt ??= performance.now();
    const response = await fetched(...call);
    noted.answeredAt ??= performance.now();
    return response;
  };
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [64, 36];
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  const watched = new WeakSet<HTMLVideoElement>();
  // So far shrunk, a code is a grey between its ink and its paper, darker than wall and paper.
  const INK = 150;
  new MutationObserver(() => {
    const video = document.querySelector("video");
    if (video && !watched.has(video)) {
      watched.add(video);
      video.requestVideoFrameCallback(function look(at) {
        if (noted.shownAt !== undefined) return;
        pen?.drawImage(video, 0, 0, 64, 36);
        const points = pen?.getImageData(16, 8, 32, 20).data ?? [];
        let dark = 0;
        for (let place = 0; place < points.length; place += 4) if ((points[place] ?? 255) < INK) dark += 1;
        if (dark > 10) noted.shownAt = at;
        else video.requestVideoFrameCallback(look);
      });
    }
    if (noted.paintedAt === undefined && document.querySelector("[data-screen='not-yet']")) {
      noted.paintedAt = -1;
      requestAnimationFrame(() =>
        requestAnimationFrame((at) => {
          noted.paintedAt = at;
          const entries = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
          const check = entries.find(({ name }) => name.includes("/kiosk/check"));
          if (check) noted.serverMs = check.responseStart - check.requestStart;
        }),
      );
    }
  }).observe(document, { subtree: true, childList: true, attributes: true });
}
