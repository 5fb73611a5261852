"use client";

import { useEffect, useRef, type ReactNode } from "react";
import { CallOfficerButton, ControlsBar } from "./controls-bar";
import { useFit } from "./use-fit";

export type ScreenShellProps = {
  /** Names the screen for tests and styles: `data-screen="not-yet"`. */
  name: string;
  title: ReactNode;
  lead?: ReactNode;
  /** A short sign above the title, with word and shape. */
  tag?: ReactNode;
  /** The one giant element. */
  hero?: ReactNode;
  /** `fill` gives the hero all the room the words leave. */
  heroSize?: "natural" | "fill";
  /** On wide screens: the hero beside the words, or a number under them. */
  wide?: "beside" | "number";
  /** The quiet rest. */
  rest?: ReactNode;
  /** Buttons besides the call for an officer, the most important one last. */
  actions?: ReactNode;
  /** What a screen reader is told politely when it changes. */
  status?: string;
};

/** The order every screen keeps: what happened, the one thing to see, what to do, then the controls. */
export function ScreenShell(props: ScreenShellProps) {
  const body = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useFit(body);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <main className="screen" data-screen={props.name}>
      <div
        ref={body}
        className="screen-body"
        data-hero={props.heroSize ?? "natural"}
        data-wide={props.wide ?? "beside"}
      >
        <div className="screen-head">
          {props.tag}
          <h1 ref={heading} tabIndex={-1}>
            {props.title}
          </h1>
          {props.lead !== undefined && <p className="mt-6 text-lead navy:mt-5">{props.lead}</p>}
        </div>
        {props.hero !== undefined && <div className="screen-hero">{props.hero}</div>}
        {props.rest !== undefined && <div className="screen-rest">{props.rest}</div>}
      </div>
      <footer className="screen-foot">
        <div className="screen-actions">
          <CallOfficerButton />
          {props.actions}
        </div>
        <ControlsBar />
      </footer>
      <Status text={props.status ?? ""} />
    </main>
  );
}

/** The region is there before its text, or screen readers would not announce it. */
function Status({ text }: { text: string }) {
  const region = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (region.current) region.current.textContent = text;
  }, [text]);
  return <p ref={region} role="status" aria-live="polite" className="sr-only" />;
}
