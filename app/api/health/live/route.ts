import { tellLive } from "@/lib/health/monitor-routes";

export const dynamic = "force-dynamic";

export const GET = tellLive;
