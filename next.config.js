import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/office/request-locale.ts");

/** @type {import("next").NextConfig} */
const config = {
  // Tests and development may build beside a running server.
  distDir: process.env.JANJI_DIST_DIR ?? ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ["better-sqlite3", "pg", "pino", "@prisma/adapter-better-sqlite3", "@prisma/adapter-pg"],
  experimental: { serverActions: { bodySizeLimit: "64kb" } },
};

export default withNextIntl(config);
