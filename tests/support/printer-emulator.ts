import { createServer, type Server, type Socket } from "node:net";
import { paperMechanism, type PrintedPaper } from "./escpos-paper";
import { nextPiece } from "./escpos-stream";

const DOTS = { "80": 576, "58": 384 } as const;

/** What can be wrong with it. All of it may be changed at any time, as by somebody standing there. */
export interface PrinterTroubles {
  paper: "OK" | "LOW" | "OUT";
  coverOpen: boolean;
  /** A cutter that jammed. */
  cutterJam: boolean;
  /** The roll ends once the paper moved by so many dots; then paper is OUT in the middle of a slip. */
  rollEndsAfter: number | null;
  /** Accepts everything and says nothing, prints nothing. */
  mute: boolean;
  /** Hangs up after so many bytes that are no question. */
  hangsUpAfter: number | null;
  /** Prints, but the answer that it did gets lost. */
  losesAnswer: boolean;
  /** Pause before each line, milliseconds. */
  slowMs: number;
  /** Pause before each byte of an answer, milliseconds; each then comes in a packet of its own. */
  dribbleMs: number;
}

const WELL: PrinterTroubles = {
  paper: "OK",
  coverOpen: false,
  cutterJam: false,
  rollEndsAfter: null,
  mute: false,
  hangsUpAfter: null,
  losesAnswer: false,
  slowMs: 0,
  dribbleMs: 0,
};

/** A receipt printer on a real socket: speaks ESC/POS, keeps what it printed, and fails as printers do. */
export interface PrinterEmulator {
  readonly port: number;
  /** Pieces of paper that were cut off, oldest first. */
  readonly slips: readonly PrintedPaper[];
  /** What hangs out of it, not cut. */
  readonly hanging: () => PrintedPaper;
  /** Commands it did not know. */
  readonly unknown: readonly string[];
  /** Whether bytes of two connections were ever in its buffer together. */
  readonly mixed: () => boolean;
  readonly connections: () => number;
  /** Whether anybody is connected now. */
  readonly connected: () => boolean;
  /** Changes what is wrong; a printer that is put right goes on with what its buffer holds. */
  readonly become: (troubles: Partial<PrinterTroubles>) => void;
  /** Takes no connections any more; `switchOn` takes them again on the same port. */
  readonly switchOff: () => Promise<void>;
  readonly switchOn: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export async function startPrinter({
  paperWidth = "80",
  port = 0,
  host = "127.0.0.1",
  onSlip,
}: {
  readonly paperWidth?: keyof typeof DOTS;
  readonly port?: number;
  readonly host?: string;
  readonly onSlip?: (slip: PrintedPaper) => void;
} = {}): Promise<PrinterEmulator> {
  const troubles = { ...WELL };
  const mechanism = paperMechanism(DOTS[paperWidth]);
  const slips: PrintedPaper[] = [];
  const sockets = new Set<Socket>();
  let [connections, taken] = [0, 0];
  let mixed = false;
  let buffer: { readonly byte: number; readonly from: Socket }[] = [];
  let tells: Socket | null = null;
  let working = false;
  let atPort = port;

  const stands = () => troubles.paper === "OUT" || troubles.coverOpen || troubles.cutterJam;
  let saying = Promise.resolve();
  const say = (socket: Socket, ...bytes: number[]) => {
    if (troubles.mute || socket.destroyed) return;
    const { dribbleMs } = troubles;
    if (dribbleMs === 0) return void socket.write(Uint8Array.from(bytes));
    for (const byte of bytes) {
      saying = saying.then(async () => {
        await new Promise((resolve) => setTimeout(resolve, dribbleMs));
        if (!socket.destroyed) socket.write(Uint8Array.of(byte));
      });
    }
  };
  const bits = (...pairs: [boolean, number][]) =>
    pairs.reduce((sum, [set, mask]) => sum | (set ? mask : 0), 0);

  function answer(question: number): number {
    const out = troubles.paper === "OUT";
    const low = troubles.paper !== "OK";
    switch (question) {
      case 1:
        return 0x12 | bits([stands(), 0x08]);
      case 2:
        return 0x12 | bits([troubles.coverOpen, 0x04], [out, 0x20], [troubles.cutterJam, 0x40]);
      case 3:
        return 0x12 | bits([troubles.cutterJam, 0x08]);
      default:
        return 0x12 | bits([low, 0x0c], [out, 0x60]);
    }
  }

  function tellChange(): void {
    if (!tells) return;
    const { coverOpen, cutterJam, paper } = troubles;
    const general = 0x10 | bits([stands(), 0x08], [coverOpen, 0x20]);
    say(tells, general, bits([cutterJam, 0x08]), bits([paper !== "OK", 0x03], [paper === "OUT", 0x0c]), 0x0f);
  }

  function act(name: string, data: readonly number[], from: Socket): void {
    if (name === "GS a") {
      tells = from;
      tellChange();
    } else if (name === "GS ( H") {
      if (!troubles.losesAnswer) say(from, 0x37, 0x22, ...data.slice(2, 6), 0);
    } else if (name === "GS V") {
      const slip = mechanism.cut();
      slips.push(slip);
      onSlip?.(slip);
    } else {
      mechanism.command(name, data);
    }
  }

  /** Works off the receive buffer until it is empty or something stands in the way. */
  async function work(): Promise<void> {
    if (working) return;
    working = true;
    while (!stands() && !troubles.mute) {
      const bytes = buffer.map(({ byte }) => byte);
      const piece = nextPiece(bytes);
      const [first] = buffer;
      if (!piece || !first) break;
      buffer = buffer.slice(piece.length);
      if (piece.kind === "COMMAND") act(piece.name, piece.data, first.from);
      else if (piece.byte === 0x0a) {
        if (troubles.slowMs > 0) await new Promise((resolve) => setTimeout(resolve, troubles.slowMs));
        mechanism.lineFeed();
      } else mechanism.text(piece.byte);
      if (troubles.rollEndsAfter !== null && mechanism.moved() >= troubles.rollEndsAfter)
        become({ paper: "OUT", rollEndsAfter: null });
    }
    working = false;
  }

  function take(bytes: Buffer, from: Socket): void {
    for (let at = 0; at < bytes.length; at += 1) {
      // Questions of status are answered as they come in, whatever else waits in the buffer.
      if (bytes[at] === 0x10 && bytes[at + 1] === 0x04) {
        say(from, answer(bytes[at + 2] ?? 1));
        at += 2;
        continue;
      }
      if (troubles.hangsUpAfter !== null && taken >= troubles.hangsUpAfter) {
        from.destroy();
        return void work();
      }
      taken += 1;
      const waiting = buffer.at(-1);
      mixed ||= waiting !== undefined && waiting.from !== from;
      buffer.push({ byte: bytes[at] ?? 0, from });
    }
    void work();
  }

  function become(changes: Partial<PrinterTroubles>): void {
    Object.assign(troubles, changes);
    tellChange();
    void work();
  }

  const server: Server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    connections += 1;
    socket.on("data", (bytes) => take(bytes, socket));
    socket.on("error", () => undefined);
    socket.on("close", () => {
      sockets.delete(socket);
      if (tells === socket) tells = null;
    });
  });
  const switchOn = () =>
    new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(atPort, host, () => {
        const address = server.address();
        atPort = typeof address === "object" && address ? address.port : atPort;
        resolve();
      });
    });
  const switchOff = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    });
  await switchOn();
  return {
    port: atPort,
    slips,
    hanging: () => mechanism.paper(false),
    unknown: mechanism.unknown,
    mixed: () => mixed,
    connections: () => connections,
    connected: () => sockets.size > 0,
    become,
    switchOff,
    switchOn,
    stop: () => (server.listening ? switchOff() : Promise.resolve()),
  };
}
