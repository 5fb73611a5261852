import { getLocale } from "next-intl/server";
import { rightGuard } from "@/lib/access/guards";
import { action } from "@/lib/platform/action";
import { reportFile } from "@/lib/register/account/report-file";
import { reportFileInput } from "@/lib/register/account/schema";
import { sayIn } from "../say";

export const dynamic = "force-dynamic";

const STATUS: Readonly<Record<string, number>> = {
  NOT_SIGNED_IN: 401,
  NOT_ALLOWED: 403,
  UNKNOWN_REPORT: 404,
};

const file = action({
  name: "staff.report-file",
  guard: rightGuard("account.see"),
  schema: reportFileInput,
  run: async ({ context, input }) => reportFile(context, input, await getLocale(), sayIn),
});

/** The account as PDF, XLSX or CSV: `?format=…` with `from` and `to`, or with the `id` of an issued report. */
export async function GET(request: Request): Promise<Response> {
  const { from, to, ...asked } = Object.fromEntries(new URL(request.url).searchParams);
  const answer = await file({ ...asked, ...(from === undefined ? {} : { period: { from, to } }) });
  const headers = { "cache-control": "no-store" };
  if (!answer.ok) return Response.json(answer, { status: STATUS[answer.code] ?? 400, headers });
  const { bytes, name, type } = answer.value;
  const disposition = `${type === "application/pdf" ? "inline" : "attachment"}; filename="${name}"`;
  return new Response(bytes, {
    headers: { ...headers, "content-type": type, "content-disposition": disposition },
  });
}
