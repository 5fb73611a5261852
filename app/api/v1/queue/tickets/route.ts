import { deliver } from "@/lib/queue/feed-api";

export const dynamic = "force-dynamic";

/** The queue feed: see /api/v1/docs. */
export const POST = deliver;
