import { lookUp } from "@/lib/queue/feed-api";
import { otherMethods } from "@/lib/queue/problem";

export const dynamic = "force-dynamic";

/** What is known of tickets, for the bridge's own checks. */
export const POST = lookUp;

const { refuse, options } = otherMethods("POST");
export { refuse as GET, refuse as PUT, refuse as PATCH, refuse as DELETE, options as OPTIONS };
