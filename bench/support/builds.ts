import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../..");

const SOURCES = ["app", "components", "lib", "messages", "public", "prisma", "scripts"];
const FILES = ["next.config.js", "instrumentation.ts", "postcss.config.mjs", "tsconfig.json", "package.json"];

/** The one thing that the copied product has and the product has not. */
const EMPTY_ACTION = `"use server";
export async function emptyAction(): Promise<{ readonly ok: true; readonly value: null }> {
  return { ok: true, value: null };
}
`;
const EMPTY_ACTION_PAGE = `"use client";
import { emptyAction } from "./actions";
export default function Page() {
  return <button onClick={() => void emptyAction()}>empty</button>;
}
`;
/** Plain JavaScript: Next looks after the types of an application that has any. */
const EMPTY_LAYOUT = `export default function Layout({ children }) {
  return <html lang="id"><body>{children}</body></html>;
}
`;
const EMPTY_PAGE = `export default function Page() {
  return <p>empty</p>;
}
`;

function build(folder: string): void {
  execFileSync(process.execPath, [path.join(ROOT, "node_modules/next/dist/bin/next"), "build"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
}

/** Below the house's own folder, so that its packages are found from there; what was built before is built anew. */
function freshTree(name: string): string {
  const folder = path.join(ROOT, ".cache", "bench", name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

const revisionOf = (folder: string) => readFileSync(path.join(folder, ".next", "BUILD_ID"), "utf8").trim();

export interface Built {
  readonly folder: string;
  readonly buildId: string;
}

/** The product as it is, in a copy beside it that also has a page with an empty server action, built. */
export function productWithEmptyAction(): Built {
  const folder = freshTree("product");
  for (const name of SOURCES) cpSync(path.join(ROOT, name), path.join(folder, name), { recursive: true });
  for (const name of FILES) cpSync(path.join(ROOT, name), path.join(folder, name));
  mkdirSync(path.join(folder, "app", "bench-empty"));
  writeFileSync(path.join(folder, "app", "bench-empty", "actions.ts"), EMPTY_ACTION);
  writeFileSync(path.join(folder, "app", "bench-empty", "page.tsx"), EMPTY_ACTION_PAGE);
  build(folder);
  return { folder, buildId: revisionOf(folder) };
}

/** Next looks for one from the application's folder upwards, and would find the product's. */
const NO_INSTRUMENTATION = `export function register() {}\n`;

/** An application of the same framework with one page and nothing on it, built. */
export function emptyApplication(): Built {
  const folder = freshTree("empty");
  mkdirSync(path.join(folder, "app"));
  writeFileSync(path.join(folder, "app", "layout.jsx"), EMPTY_LAYOUT);
  writeFileSync(path.join(folder, "app", "page.jsx"), EMPTY_PAGE);
  writeFileSync(path.join(folder, "instrumentation.js"), NO_INSTRUMENTATION);
  writeFileSync(path.join(folder, "next.config.js"), `export default {};\n`);
  writeFileSync(path.join(folder, "package.json"), `{ "type": "module" }\n`);
  build(folder);
  return { folder, buildId: revisionOf(folder) };
}

const MAKERS = { product: productWithEmptyAction, empty: emptyApplication } as const;

/** The build of that name: the one that an earlier part of `npm run bench` has made, or a new one. */
export function builtOnce(name: keyof typeof MAKERS): Built {
  const folder = path.join(ROOT, ".cache", "bench", name);
  if (process.env.JANJI_BENCH_BUILT !== "1" || !existsSync(path.join(folder, ".next", "BUILD_ID")))
    return MAKERS[name]();
  return { folder, buildId: revisionOf(folder) };
}

/** The id of a server action in a build. */
export function actionIdOf({ folder }: Built, name: string): string {
  const file = path.join(folder, ".next/server/server-reference-manifest.json");
  if (!existsSync(file)) throw new Error(`${folder} is not built`);
  const { node } = JSON.parse(readFileSync(file, "utf8")) as {
    node: Readonly<Record<string, { readonly exportedName?: string }>>;
  };
  const id = Object.entries(node).find(([, { exportedName }]) => exportedName === name)?.[0];
  if (!id) throw new Error(`The build has no server action ${name}`);
  return id;
}
