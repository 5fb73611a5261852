import type { Page } from "@playwright/test";

/**
 * Clause 1 and 3 of what a kiosk must hold: CSS px of a target, between targets, of body text and of small text; and
 * how far from its middle, as a share of its width, the ring's petals begin.
 */
const NUMBERS = { touch: 64, apart: 8, body: 24, small: 20, petals: 103 / 300 };

/** What reaches past the screen, is cut off, or is too small or too close to touch or read; nothing of it is right. */
export function misfits(page: Page): Promise<string[]> {
  return page.evaluate(({ touch, apart, body, small, petals }) => {
    const { clientWidth, clientHeight, scrollWidth, scrollHeight } = document.documentElement;
    const found: string[] = [];
    if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} wide`);
    if (scrollHeight > clientHeight) found.push(`the page is ${scrollHeight} high`);
    // A dialog stands above the rest, which nobody can touch meanwhile.
    const top = document.querySelector("dialog[open]") ?? document.querySelector(".kiosk");
    const seen = [...(top?.querySelectorAll<HTMLElement>("*") ?? [])].filter(
      (element) =>
        element.checkVisibility() &&
        !element.closest(".sr-only, [aria-hidden=true], svg") &&
        element.getBoundingClientRect().width > 0,
    );
    const name = (element: HTMLElement) =>
      `${element.tagName} "${element.innerText.slice(0, 30)}" .${element.className.slice(0, 40)}`;
    for (const element of seen) {
      const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
      if (left < -1 || top < -1 || right > clientWidth + 1 || bottom > clientHeight + 1)
        found.push(`outside: ${name(element)}`);
      if (element.tagName === "BUTTON" && Math.min(width, height) < touch - 0.5)
        found.push(`${Math.round(width)}x${Math.round(height)}: ${name(element)}`);
      const says = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
      const size = parseFloat(getComputedStyle(element).fontSize);
      const quiet = element.matches(
        ".text-small, .ring-small, .text-small *, header *, [data-demo-ribbon] *, button",
      );
      if (says && size < (quiet ? small : body) - 0.1) found.push(`${size} px: ${name(element)}`);
    }
    const targets = seen.filter((element) => element.tagName === "BUTTON");
    targets.forEach((one, index) => {
      const a = one.getBoundingClientRect();
      for (const other of targets.slice(index + 1)) {
        const b = other.getBoundingClientRect();
        const across = Math.max(b.left - a.right, a.left - b.right);
        const down = Math.max(b.top - a.bottom, a.top - b.bottom);
        if (Math.max(across, down) < apart - 0.2)
          found.push(`${Math.max(across, down).toFixed(1)} px apart: ${name(one)} and ${name(other)}`);
      }
    });
    for (const ring of document.querySelectorAll<HTMLElement>(".promise-ring")) {
      const { left, top, width } = ring.getBoundingClientRect();
      const words = document.createRange();
      for (const element of ring.querySelectorAll<HTMLElement>("p")) {
        words.selectNodeContents(element);
        for (const line of words.getClientRects()) {
          const across = Math.max(line.right - left - width / 2, left + width / 2 - line.left);
          // What is drawn of a line is less high than its box.
          const down = Math.abs((line.top + line.bottom) / 2 - top - width / 2) + line.height / 4;
          if (Math.hypot(across, down) > width * petals) found.push(`on the petals: ${name(element)}`);
        }
      }
    }
    const boxes = document.querySelectorAll(".screen-body, .screen-hero, .screen-rest, [data-fit-box]");
    for (const box of boxes) {
      const over = Math.max(box.scrollHeight - box.clientHeight, box.scrollWidth - box.clientWidth);
      if (over > 1) found.push(`cut off by ${over} px: .${box.className.slice(0, 40)}`);
    }
    const dialog = document.querySelector("dialog[open]");
    if (dialog) {
      const ends = dialog.getBoundingClientRect().bottom - parseFloat(getComputedStyle(dialog).paddingBottom);
      for (const part of dialog.children) {
        const over = part.getBoundingClientRect().bottom - ends;
        if (over > 1)
          found.push(`${Math.round(over)} px into the dialog's edge: ${part.className.slice(0, 40)}`);
      }
    }
    return found;
  }, NUMBERS);
}
