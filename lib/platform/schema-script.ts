import "server-only";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { withSchemaEngine } from "./schema-engine";

/**
 * The SQL that leads from one Prisma schema to another (from nothing when `from` is null); "" when they agree.
 * @param adapter any database of the schemas' kind: the engine asks it for its version only.
 */
export function schemaScript(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  from: string | null,
  to: string,
): Promise<string> {
  const datamodel = { path: "schema.prisma", content: to };
  return withSchemaEngine(
    adapter,
    async (engine) => {
      const difference = await engine.diff({
        from:
          from === null
            ? { tag: "empty" }
            : { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: from }] },
        to: { tag: "schemaDatamodel", files: [datamodel] },
        script: true,
        exitCode: true,
        filters: { externalTables: [], externalEnums: [] },
      });
      return difference.exitCode === 0 ? "" : (difference.stdout ?? "");
    },
    datamodel,
  );
}
