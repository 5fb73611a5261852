"use client";

import { useLayoutEffect, useRef, type ReactNode } from "react";

const CARD =
  "m-auto max-h-[calc(100vh-2*var(--edge))] w-[min(100vw-2*var(--edge),1000*var(--u,1px))] rounded-dialog bg-card " +
  "p-14 shadow-lift backdrop:bg-navy-deep/93 low:mb-(--edge)";
const WHOLE = "m-0 h-dvh max-h-none w-screen max-w-none bg-paper p-(--edge) overflow-y-auto";

/**
 * A dialog in the browser's top layer: everything behind it is inert, focus stays inside, Escape means `onEscape`.
 * `labelledBy` names the id of the heading in it, `describedBy` that of the sentence under it.
 */
export function Modal({
  name,
  labelledBy,
  describedBy,
  whole = false,
  onEscape,
  children,
}: {
  name: string;
  labelledBy: string;
  describedBy?: string;
  /** Fills the screen: for somebody else than whoever holds the tablet. */
  whole?: boolean;
  onEscape: () => void;
  children: ReactNode;
}) {
  const ref = useRef<HTMLDialogElement>(null);
  // Before the dialog leaves the page, so that focus can go back to where it was.
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (dialog === null || dialog.open) return;
    const before = document.activeElement;
    dialog.showModal();
    return () => {
      dialog.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog
      ref={ref}
      role="alertdialog"
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      data-dialog={name}
      data-tone="paper"
      onCancel={(event) => {
        event.preventDefault();
        onEscape();
      }}
      className={`flex flex-col text-ink ${whole ? WHOLE : CARD}`}
    >
      {children}
    </dialog>
  );
}
