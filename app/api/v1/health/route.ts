import { tellHealth } from "@/lib/queue/feed-api";
import { otherMethods } from "@/lib/queue/problem";

export const dynamic = "force-dynamic";

/** For service managers, proxies and bridges: whether this process serves. */
export const GET = tellHealth;

const { refuse, options } = otherMethods("GET", "HEAD");
export { refuse as POST, refuse as PUT, refuse as PATCH, refuse as DELETE, options as OPTIONS };
