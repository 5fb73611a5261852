import "server-only";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";

type EngineModule = { readonly SchemaEngine: typeof SchemaEngine } & {
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
};

let loaded: Promise<EngineModule> | undefined;

/** The package's own entry is written for bundlers; plain Node instantiates the module by hand. */
async function loadEngine(): Promise<EngineModule> {
  const require = createRequire(path.join(process.cwd(), "package.json"));
  const glue = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const engine = (await import(pathToFileURL(glue).href)) as EngineModule;
  const bytes = readFileSync(glue.replace(/\.js$/, ".wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, {
    "./schema_engine_bg.js": engine as unknown as WebAssembly.ModuleImports,
  });
  engine.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return engine;
}

/**
 * Runs `work` with a schema engine over a driver adapter: Prisma's own migrations without its downloaded binary.
 * The engine keeps its connections, and SQLite's lock with them, so they are closed here.
 */
export async function withSchemaEngine<T>(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  work: (engine: SchemaEngine) => Promise<T>,
  datamodel?: { readonly path: string; readonly content: string },
): Promise<T> {
  loaded ??= loadEngine();
  const { SchemaEngine } = await loaded;
  const opened: SqlDriverAdapter[] = [];
  const remember = async (connecting: Promise<SqlDriverAdapter>) => {
    const connection = await connecting;
    opened.push(connection);
    return connection;
  };
  const tracked = bindMigrationAwareSqlAdapterFactory({
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    connect: () => remember(adapter.connect()),
    connectToShadowDb: () => remember(adapter.connectToShadowDb()),
  });
  const datamodels = datamodel ? ([[datamodel.path, datamodel.content]] as [string, string][]) : undefined;
  const engine = await SchemaEngine.new({ datamodels }, () => undefined, tracked);
  try {
    return await work(engine);
  } finally {
    engine.free();
    await Promise.all(opened.map((connection) => connection.dispose()));
  }
}
