import { tellMetrics } from "@/lib/health/monitor-routes";

export const dynamic = "force-dynamic";

export const GET = tellMetrics;
