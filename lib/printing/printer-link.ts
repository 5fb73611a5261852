import "server-only";
import { connect, type Socket } from "node:net";
import { answerReader, ASK_STATUS, type PrinterAnswer, type PrinterStatus } from "./escpos-answers";
import { localAddressOf } from "./printer-address";

type Heard = PrinterAnswer | { readonly kind: "CLOSED" } | { readonly kind: "NOTHING" };

/** One open connection to a printer, and what is heard on it, in order. */
export interface Link {
  /** The next thing heard, or NOTHING after so many milliseconds. Once closed it says CLOSED for ever. */
  readonly next: (ms: number) => Promise<Heard>;
  /** Asks for the printer's status; null when it does not answer within so many milliseconds. */
  readonly ask: (ms: number) => Promise<PrinterStatus | null>;
  /** Asks without waiting; the answer comes by `next`. */
  readonly askAgain: () => void;
  readonly send: (...parts: readonly Uint8Array[]) => void;
  readonly close: () => void;
}

/**
 * Calls back after so many milliseconds; returns how to cancel. When this process itself was busy for that long, what
 * the printer said meanwhile is heard first: a server with much to do must not take a printer for silent.
 */
function after(ms: number, work: () => void): () => void {
  let immediate: NodeJS.Immediate | undefined;
  const timer = setTimeout(() => (immediate = setImmediate(work)), ms);
  return () => {
    clearTimeout(timer);
    clearImmediate(immediate);
  };
}

function connected(address: string, port: number, ms: number): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect({ host: address, port, noDelay: true });
    const giveUp = after(ms, () => end(null));
    const end = (open: Socket | null) => {
      giveUp();
      if (!open) socket.destroy();
      resolve(open);
    };
    socket.once("connect", () => end(socket));
    // Also later: a printer that drops the line must not become an uncaught fault.
    socket.on("error", () => end(null));
  });
}

function linkOver(socket: Socket): Link {
  const read = answerReader();
  const heard: Heard[] = [];
  let closed = false;
  let waiting: (() => void) | undefined;
  const stir = () => {
    waiting?.();
    waiting = undefined;
  };
  socket.on("data", (bytes) => {
    heard.push(...read(bytes));
    // Half an answer is none yet: the rest comes in the next packet.
    if (heard.length > 0) stir();
  });
  socket.on("close", () => {
    closed = true;
    stir();
  });
  // A printer that hangs up has said its last word.
  socket.on("end", () => socket.destroy());

  const next: Link["next"] = async (ms) => {
    if (heard.length === 0 && !closed) {
      await new Promise<void>((resolve) => {
        const cancel = after(ms, resolve);
        waiting = () => {
          cancel();
          resolve();
        };
      });
    }
    return heard.shift() ?? (closed ? { kind: "CLOSED" } : { kind: "NOTHING" });
  };
  const send: Link["send"] = (...parts) => {
    if (!socket.destroyed) socket.write(Buffer.concat(parts));
  };
  const askAgain = () => send(ASK_STATUS);
  const ask: Link["ask"] = async (ms) => {
    askAgain();
    const until = performance.now() + ms;
    for (;;) {
      const answer = await next(Math.max(0, until - performance.now()));
      if (answer.kind === "STATUS") return answer.status;
      if (answer.kind === "NOTHING" || answer.kind === "CLOSED") return null;
    }
  };
  return { next, ask, askAgain, send, close: () => socket.destroy() };
}

/** Opens a connection to a printer of the office's network; null when there is none within so many milliseconds. */
export async function openLink(
  printer: { readonly host: string; readonly port: number },
  ms: number,
): Promise<Link | null> {
  const address = await localAddressOf(printer.host);
  const socket = address ? await connected(address, printer.port, ms) : null;
  return socket && linkOver(socket);
}
