// npm start, on a bare clone or any time later: install, generate, build, migrate, open the office, serve.
import { ensureGenerated, ensureNode, ensurePackages } from "./ensure.mjs";

ensureNode();
ensurePackages();
ensureGenerated();
await import("./serve.mjs");
