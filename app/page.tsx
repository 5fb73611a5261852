import { redirect } from "next/navigation";
import { environment } from "@/lib/platform/environment";

export const dynamic = "force-dynamic";

/** Nobody lives at the root: a demo starts where it is explained, an office at its desk. */
export default function Home(): never {
  redirect(environment().mode === "demo" ? "/demo" : "/staff");
}
