import { deliver } from "@/lib/queue/feed-api";
import { otherMethods } from "@/lib/queue/problem";

export const dynamic = "force-dynamic";

/** The queue feed: see /api/v1/docs. */
export const POST = deliver;

const { refuse, options } = otherMethods("POST");
export { refuse as GET, refuse as PUT, refuse as PATCH, refuse as DELETE, options as OPTIONS };
