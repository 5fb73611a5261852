import { openApiDocument } from "@/lib/queue/openapi";
import { otherMethods } from "@/lib/queue/problem";

export const dynamic = "force-dynamic";

/** The OpenAPI 3.1 document; /api/v1/docs renders it for people. Holds nothing of the office. */
export function GET(): Response {
  return Response.json(openApiDocument(), { headers: { "cache-control": "no-store" } });
}

const { refuse, options } = otherMethods("GET", "HEAD");
export { refuse as POST, refuse as PUT, refuse as PATCH, refuse as DELETE, options as OPTIONS };
