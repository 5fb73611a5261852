// What the command-line scripts need: packages and the generated clients, no build.
import { ensureGenerated, ensureNode, ensurePackages } from "./ensure.mjs";

ensureNode();
ensurePackages();
ensureGenerated();
