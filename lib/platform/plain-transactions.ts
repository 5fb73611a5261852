import "server-only";
import type { SqlDriverAdapter, Transaction } from "@prisma/driver-adapter-utils";
import type { Tx } from "./database";
import { commitSent, sendingAhead, tooLate } from "./statements";

/** A transaction for plain statements only, without the client's models. */
export type PlainTx = Pick<Tx, "$queryRaw" | "$executeRaw">;

const word = (sql: string) => ({ sql, args: [], argTypes: [] });

const only = (): never => {
  throw new Error("This transaction is for rowsOf, execute and insertRows");
};

/** Ends a transaction that failed. A connection whose state nobody knows is not used again. */
async function undo(transaction: Transaction, late: boolean): Promise<void> {
  const undone = transaction.executeRaw(word("ROLLBACK"));
  if (!late) await undone.catch(() => undefined);
  else undone.catch(() => undefined);
  const { client } = transaction as unknown as { client: { release?: (fault: Error) => void } };
  if (late && client.release) client.release(tooLate());
  else await transaction.rollback();
}

/**
 * Transactions on a client's own connections, past the client: what it does to begin, run and commit one takes longer than
 * all the statements of a check. They wait for the client's own transactions, and it for them.
 */
export function plainTransactions(connect: () => Promise<SqlDriverAdapter>) {
  return {
    /** @param timeout ms after which it is given up, wherever it hangs. */
    async $transaction<T>(work: (tx: PlainTx) => Promise<T>, { timeout }: { timeout: number }): Promise<T> {
      const connection = await connect();
      const transaction = await connection.startTransaction();
      if (connection.provider === "postgres") sendingAhead();
      const timer: { late: boolean; stop?: () => void } = { late: false };
      const given = new Promise<never>((_, reject) => {
        const running = setTimeout(() => {
          timer.late = true;
          reject(tooLate());
        }, timeout);
        timer.stop = () => clearTimeout(running);
      });
      const whole = async () => {
        const result = await work({ $queryRaw: only, $executeRaw: only });
        await commitSent(() => transaction.executeRaw(word("COMMIT")));
        return result;
      };
      try {
        const result = await Promise.race([whole(), given]);
        await transaction.commit();
        return result;
      } catch (fault) {
        await undo(transaction, timer.late);
        throw fault;
      } finally {
        timer.stop?.();
      }
    },
  };
}
