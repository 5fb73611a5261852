import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SouvenirsScreen } from "@/components/staff/souvenirs/souvenirs-screen";
import { visitor } from "@/lib/access/guards";
import { can } from "@/lib/access/rights";
import { souvenirBoard } from "@/lib/vouchers/souvenirs/queries";
import {
  addSouvenirAction,
  changeSouvenirAction,
  countSouvenirAction,
  deliverSouvenirAction,
  findPromisesAction,
  keepPromiseAction,
  reopenPromiseAction,
} from "../../actions/souvenirs";
import { NotAllowed } from "../../not-allowed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("souvenirs"))("title") };
}

const COMMANDS = {
  add: addSouvenirAction,
  change: changeSouvenirAction,
  count: countSouvenirAction,
  deliver: deliverSouvenirAction,
  find: findPromisesAction,
  keep: keepPromiseAction,
  reopen: reopenPromiseAction,
};

/** Promised souvenirs to hand over, and the stock; supervisors change it. */
export default async function SouvenirsPage() {
  const account = await visitor("/staff/souvenirs");
  if (!account) return <NotAllowed page="/staff/souvenirs" />;
  const board = await souvenirBoard({ account });
  return (
    <SouvenirsScreen
      board={board}
      manages={can(account.role, "souvenirs.manage")}
      undoesOthers={can(account.role, "undo.others")}
      commands={COMMANDS}
    />
  );
}
