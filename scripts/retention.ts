/**
 * `npm run retention`: removes now what has become too old, beside what the server removes each day. May run beside a
 * server. Exit codes: 0 done, 1 another process is at it, 2 it could not be done.
 */
import { assertInstallationMode } from "@/lib/access/installation-mode";
import { closeDatabase } from "@/lib/platform/database";
import { catalogue } from "@/lib/platform/messages";
import { removePersonalData } from "@/lib/register/retention/remove-personal-data";

type Values = Readonly<Record<string, string | number>>;

/** Indonesian first, English below. */
function say(key: string, values: Values = {}): void {
  for (const locale of ["id", "en"]) {
    const { command } = catalogue(locale).privacy as { readonly command: Readonly<Record<string, string>> };
    const text = (command[key] ?? "").replace(/\{(\w+)\}/g, (whole, name: string) =>
      String(values[name] ?? whole),
    );
    console.log(text);
  }
}

try {
  await assertInstallationMode();
  const outcome = await removePersonalData(true);
  if (outcome.end === "DONE") {
    const { upTo, tickets, vouchers, signatures, requests, files } = outcome.run;
    say("done", { upTo, tickets, vouchers, signatures, requests, files });
  } else say("running");
  process.exitCode = outcome.end === "DONE" ? 0 : 1;
} catch (fault) {
  say("failed", { reason: fault instanceof Error ? fault.message.replace(/\s+/g, " ").trim() : "?" });
  process.exitCode = 2;
} finally {
  await closeDatabase();
}
