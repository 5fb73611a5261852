import { tellReady } from "@/lib/health/monitor-routes";

export const dynamic = "force-dynamic";

export const GET = tellReady;
