import { lookUp } from "@/lib/queue/feed-api";

export const dynamic = "force-dynamic";

/** What is known of tickets, for the bridge's own checks. */
export const POST = lookUp;
