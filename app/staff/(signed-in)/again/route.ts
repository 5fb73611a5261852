import { boundedJson } from "@/lib/platform/bounded-text";
import { sameOrigin } from "@/lib/platform/same-origin";
import type { ActionResult } from "@/lib/platform/types";
import { acknowledgeAlertAction } from "../../actions/alerts";
import { resolveAlertAction } from "../../actions/contradictions";
import { answerCallAction } from "../../actions/calls";
import { acknowledgeAlertsAction } from "../../actions/hall";
import { changeOutageAction, previewOutageAction } from "../../actions/outages";
import { rememberColumnsAction } from "../../actions/import";
import { advanceTicketAction, enterTicketAction } from "../../actions/queue";
import { callAgainAction, callNextAction, endCallAction } from "../../actions/series";
import { signReceiptAction } from "../../actions/receipts";
import { findCasesAction, lookAtNameAction, lookAtReviewHistoryAction } from "../../actions/register";
import {
  addSouvenirAction,
  changeSouvenirAction,
  countSouvenirAction,
  deliverSouvenirAction,
  findPromisesAction,
  keepPromiseAction,
  printPromiseAction,
  reopenPromiseAction,
} from "../../actions/souvenirs";
import {
  decideReviewFlagAction,
  findTicketsAction,
  grantVoucherAction,
  lookAtReviewFlagAction,
  reopenTicketAction,
  withholdTicketAction,
} from "../../actions/tickets";
import {
  confirmVoucherAction,
  findVoucherAction,
  printProgressAction,
  recordStepAction,
  reopenVoucherAction,
  reprintVoucherAction,
  settlePrintAction,
  undoStepAction,
  withholdVoucherAction,
} from "../../actions/vouchers";
import { setEntranceLanguageAction } from "../../sign-in/language";

export const dynamic = "force-dynamic";

/** As large as a server action's own: a signature is the largest that comes here. */
const LARGEST_BODY = 65_536;

const ACTIONS = new Map<string, (raw: unknown) => Promise<ActionResult<unknown>>>([
  ["find-voucher", findVoucherAction],
  ["record-step", recordStepAction],
  ["confirm-voucher", confirmVoucherAction],
  ["undo-step", undoStepAction],
  ["withhold-voucher", withholdVoucherAction],
  ["reopen-voucher", reopenVoucherAction],
  ["reprint-voucher", reprintVoucherAction],
  ["print-progress", printProgressAction],
  ["settle-print", settlePrintAction],
  ["add-souvenir", addSouvenirAction],
  ["change-souvenir", changeSouvenirAction],
  ["deliver-souvenir", deliverSouvenirAction],
  ["count-souvenir", countSouvenirAction],
  ["find-promises", findPromisesAction],
  ["keep-promise", keepPromiseAction],
  ["reopen-promise", reopenPromiseAction],
  ["print-promise", printPromiseAction],
  ["sign-receipt", signReceiptAction],
  ["find-tickets", findTicketsAction],
  ["withhold-ticket", withholdTicketAction],
  ["reopen-ticket", reopenTicketAction],
  ["grant-voucher", grantVoucherAction],
  ["look-at-review-flag", lookAtReviewFlagAction],
  ["decide-review-flag", decideReviewFlagAction],
  ["find-cases", findCasesAction],
  ["look-at-name", lookAtNameAction],
  ["look-at-review-history", lookAtReviewHistoryAction],
  ["enter-ticket", enterTicketAction],
  ["advance-ticket", advanceTicketAction],
  ["remember-columns", rememberColumnsAction],
  ["resolve-alert", resolveAlertAction],
  ["answer-call", answerCallAction],
  ["acknowledge-alert", acknowledgeAlertAction],
  ["call-next", callNextAction],
  ["call-again", callAgainAction],
  ["end-call", endCallAction],
  ["acknowledge-alerts", acknowledgeAlertsAction],
  ["preview-outage", previewOutageAction],
  ["change-outage", changeOutageAction],
  ["set-language", setEntranceLanguageAction],
]);

const refused = (code: string) =>
  Response.json({ ok: false, code }, { headers: { "cache-control": "no-store" } });

/**
 * The second way to the same actions. A page's server actions wait for one another and cannot be aborted, so a request
 * whose answer was lost comes here under its own key. Each action guards and parses by itself.
 */
export async function POST(request: Request): Promise<Response> {
  if (!sameOrigin(request)) return new Response(null, { status: 403 });
  if (!request.headers.get("content-type")?.startsWith("application/json")) return refused("BAD_INPUT");
  const json = await boundedJson(request, LARGEST_BODY);
  const body = json?.value;
  if (typeof body !== "object" || body === null || !("name" in body) || !("input" in body)) {
    return refused("BAD_INPUT");
  }
  const action = typeof body.name === "string" ? ACTIONS.get(body.name) : undefined;
  if (!action) return refused("BAD_INPUT");
  return Response.json(await action(body.input), { headers: { "cache-control": "no-store" } });
}
