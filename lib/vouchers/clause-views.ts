import "server-only";
import { CLAUSES, type Clause, type ClauseResult } from "@/lib/rules/types";
import type { OfficerClause, OfficerClauseResult } from "./types";

/**
 * The clauses as officers may see them. Clause g is MET, NOT_REACHED or AUTHORISED_OFFICIAL: whether a flag is raised or
 * merely unknown is the same to them. The flag itself goes through a supervisor's audited look only.
 */
export function officerClauses(results: Readonly<Record<Clause, ClauseResult>>): OfficerClause[] {
  return CLAUSES.map((clause) => {
    const found = results[clause];
    const hidden = clause === "F.2.g" && (found === "NOT_MET" || found === "UNKNOWN");
    const result: OfficerClauseResult = hidden ? "AUTHORISED_OFFICIAL" : found;
    return { clause, result };
  });
}
