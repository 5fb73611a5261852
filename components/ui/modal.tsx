"use client";

import { useEffect, useRef, type ReactNode } from "react";

/**
 * A dialog in the browser's top layer: everything behind it is inert, focus stays inside, Escape means `onEscape`.
 * `labelledBy` names the id of the heading in it.
 */
export function Modal({
  name,
  labelledBy,
  onEscape,
  children,
}: {
  name: string;
  labelledBy: string;
  onEscape: () => void;
  children: ReactNode;
}) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    if (dialog === null || dialog.open) return;
    dialog.showModal();
    return () => dialog.close();
  }, []);
  return (
    <dialog
      ref={ref}
      role="alertdialog"
      aria-labelledby={labelledBy}
      data-dialog={name}
      data-tone="paper"
      onCancel={(event) => {
        event.preventDefault();
        onEscape();
      }}
      className={
        "m-auto flex max-h-[calc(100vh-2*var(--edge))] w-[min(100vw-2*var(--edge),1000*var(--u,1px))] flex-col rounded-dialog bg-card " +
        "p-14 text-ink shadow-lift backdrop:bg-navy-deep/93 low:mb-(--edge)"
      }
    >
      {children}
    </dialog>
  );
}
