// Scripts run on the same configuration as the server: .env, where there is one.
import { existsSync } from "node:fs";

if (existsSync(".env")) process.loadEnvFile(".env");
