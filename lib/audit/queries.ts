import "server-only";
import { reader } from "@/lib/platform/database";
import { environment } from "@/lib/platform/environment";
import { readHeads } from "./head-file";
import type { ChainView } from "./types";
import { lastVerification, verificationProgress } from "./verifications";
import { chainEnd } from "./verify-chain";

const HEADS_SHOWN = 14;
/** A share that hangs must not hang the page. */
const FILE_MS = 2_000;

async function headsInTime(file: string) {
  const late = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error("late")), FILE_MS).unref(),
  );
  return Promise.race([readHeads(file), late]).then(
    (read) => read?.lines ?? [],
    () => null,
  );
}

/** What the page of the chain shows. Nothing is verified for it: it tells what is known. */
export async function chainView(): Promise<ChainView> {
  const { auditHeads: file } = environment();
  const [end, last, heads, running] = await Promise.all([
    chainEnd(),
    lastVerification(),
    headsInTime(file),
    verificationProgress(),
  ]);
  const by = last?.byId
    ? await reader().user.findUnique({ where: { id: last.byId }, select: { name: true } })
    : null;
  return {
    rows: end?.seq ?? 0,
    last: last && { ...last, byName: by?.name ?? null },
    running,
    file,
    heads: heads && [...heads].reverse().slice(0, HEADS_SHOWN),
  };
}
