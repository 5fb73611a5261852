import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { appendAudit } from "@/lib/audit/append";
import { reader, writeTransaction, type Reader, type Tx } from "@/lib/platform/database";
import type { Prisma } from "@/lib/platform/generated/sqlite/client";
import { currentRequestId } from "@/lib/platform/request";
import { endSessions } from "./end-sessions";

type Model = "user" | "session" | "account" | "verification";

/** The calls that better-auth's Prisma adapter makes; it builds the arguments and reads the rows. */
interface Delegate {
  findFirst(query: unknown): Promise<unknown>;
  findMany(query: unknown): Promise<unknown>;
  count(query: unknown): Promise<number>;
  create(query: unknown): Promise<unknown>;
  update(query: unknown): Promise<unknown>;
  updateMany(query: unknown): Promise<{ count: number }>;
  delete(query: unknown): Promise<unknown>;
  deleteMany(query: unknown): Promise<{ count: number }>;
}

const signInRequest = new AsyncLocalStorage<string>();

/** Runs a call of the library so that the audit row of a session it opens bears this request's id. */
export function asRequest<T>(requestId: string, work: () => Promise<T>): Promise<T> {
  return signInRequest.run(requestId, work);
}

const delegate = (client: Tx | Reader, model: Model) => client[model] as unknown as Delegate;

/** A session that opens leaves its audit row in the transaction that opens it. */
async function createSession(tx: Tx, query: unknown): Promise<unknown> {
  const session = (await delegate(tx, "session").create(query)) as { userId: string };
  await appendAudit(tx, {
    actor: { kind: "OFFICER", id: session.userId },
    action: "account.signed-in",
    subject: { kind: "account", id: session.userId },
    requestId: signInRequest.getStore() ?? currentRequestId(),
  });
  return session;
}

/** The library removes a session only where it has outlived its day; our own sign-out has removed its row before. */
const expire = async (tx: Tx, query: unknown): Promise<{ count: number }> => {
  const { where } = query as { where: Prisma.SessionWhereInput };
  return { count: await endSessions(tx, where, "expired", signInRequest.getStore() ?? currentRequestId()) };
};

/** Every read sees committed rows, every write is a transaction of its own that begins with that write. */
function throughTheDoor(model: Model): Delegate {
  return {
    findFirst: (query) => delegate(reader(), model).findFirst(query),
    findMany: (query) => delegate(reader(), model).findMany(query),
    count: (query) => delegate(reader(), model).count(query),
    create: (query) =>
      writeTransaction((tx) =>
        model === "session" ? createSession(tx, query) : delegate(tx, model).create(query),
      ),
    update: (query) => writeTransaction((tx) => delegate(tx, model).update(query)),
    updateMany: (query) => writeTransaction((tx) => delegate(tx, model).updateMany(query)),
    delete: (query) =>
      writeTransaction((tx) => (model === "session" ? expire(tx, query) : delegate(tx, model).delete(query))),
    deleteMany: (query) =>
      writeTransaction((tx) =>
        model === "session" ? expire(tx, query) : delegate(tx, model).deleteMany(query),
      ),
  };
}

/**
 * What better-auth gets in place of a Prisma client: the four tables it keeps, by way of the one door. A plain write
 * on the writer client could vanish with another request's rollback.
 */
export const authStore: Readonly<Record<Model, Delegate>> = {
  user: throughTheDoor("user"),
  session: throughTheDoor("session"),
  account: throughTheDoor("account"),
  verification: throughTheDoor("verification"),
};
