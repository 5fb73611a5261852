// npm start, on a bare clone or any time later: install, generate, build, migrate, open the office, serve.
import { ensureNode, ensurePackages } from "./ensure.mjs";

ensureNode();
ensurePackages();
await import("./serve.mjs");
