import { answered, isAlone, OWN_UNDO, vouchersOf, type Scene } from "./scene";
import type { Outcome } from "./steps";
import type { Act } from "./world";

/** Whether a promise may be kept, or its hand-over taken back: by the state in which the moment found it. */
export function* judgePromise(
  scene: Scene,
  act: Act & { do: "keep" | "unkeep" },
  { answers }: Outcome,
): Generator<string> {
  if (!isAlone(scene, act)) return;
  const [voucher] = vouchersOf(scene, scene.bookBefore, act.person);
  const promise = voucher?.promises.find(({ state }) => state !== "CANCELLED");
  const own = promise?.keptById === scene.office.staff[act.by as 0 | 1 | 2].account.id;
  const soon = promise?.keptAt ? scene.now - promise.keptAt.getTime() <= OWN_UNDO : false;
  const mayUnkeep = promise?.state === "KEPT" && ((own && soon) || act.by === 2);
  const may = act.do === "keep" ? promise?.state === "OPEN" : mayUnkeep;
  for (const answer of answers) {
    const { ok, code = "" } = answered(answer);
    const said = `${act.do} for ${act.person}: ${ok ? "done" : code}`;
    if (ok && !may) yield `${said}, may not be`;
    // Nobody can hand over what is not on the shelf.
    if (!ok && may && code !== "NONE_LEFT") yield `${said}, and nothing stands against it`;
    if (code === "ALREADY_DONE" && promise?.state !== "KEPT") yield `${said}, and it is not`;
  }
}

/** Whether there is something to sign for: apology and souvenir recorded, one of them given, and not signed already. */
export function* judgeSigning(
  scene: Scene,
  act: Act & { do: "sign" },
  { answers }: Outcome,
): Generator<string> {
  if (!isAlone(scene, act)) return;
  const [voucher] = vouchersOf(scene, scene.bookBefore, act.person);
  const state = (name: string) => voucher?.steps.find(({ step }) => step === name)?.state ?? "OPEN";
  const [apology, gift] = [state("APOLOGY"), state("SOUVENIR")];
  const given = apology === "DONE" || gift !== "SETTLED";
  const signed = voucher?.receipts.find((receipt) => receipt.state === "VALID");
  const kept = voucher?.promises.some((promise) => promise.state === "KEPT");
  const anew = signed === undefined || (signed.souvenir === "PROMISED" && kept);
  const may = apology !== "OPEN" && gift !== "OPEN" && given && anew;
  for (const answer of answers) {
    const { ok, code = "" } = answered(answer);
    if (ok !== may) yield `signing for ${act.person}: ${ok ? "done" : code}, ${may ? "may" : "may not"} be`;
  }
}
