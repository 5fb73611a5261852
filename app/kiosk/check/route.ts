import { checkAtKiosk } from "../check-at-kiosk";
import { answered, jsonBody } from "../json-body";

export const dynamic = "force-dynamic";

/**
 * One scan: `{ payload, key }`. A route rather than a server action: actions of a page run one after another and cannot
 * be given up, so one that is stalled would hold up whoever scans next.
 */
export async function POST(request: Request): Promise<Response> {
  const body = await jsonBody(request);
  return "refused" in body ? body.refused : answered(await checkAtKiosk(body.value));
}
