import { defineConfig } from "prisma/config";

// Only `generate` and `validate` go through Prisma's command line; migrations are applied by lib/platform/migrate.ts.
export default defineConfig({
  schema: process.env.JANJI_SCHEMA ?? "prisma/schema.prisma",
});
