import createNextIntlPlugin from "next-intl/plugin";

// Catalogues are compiled before a translator reads them (lib/platform/translatable.ts, and here those that a component
// imports), so that no browser is sent a parser of messages.
const withNextIntl = createNextIntlPlugin({
  requestConfig: "./lib/office/request-locale.ts",
  experimental: { messages: { path: "./messages", format: "json", locales: "infer", precompile: true } },
});

/** @type {import("next").NextConfig} */
const config = {
  // Tests and development may build beside a running server.
  distDir: process.env.JANJI_DIST_DIR ?? ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: [
    "better-sqlite3",
    "pg",
    "pino",
    "prom-client",
    "@prisma/adapter-better-sqlite3",
    "@prisma/adapter-pg",
    // Draws with a React of its own, and reads its fonts from files beside it.
    "@react-pdf/renderer",
  ],
  // Types are checked by npm test, over everything; a first start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // Arguments of server actions hold what people scanned and typed: they belong in no log.
  logging: { serverFunctions: false },
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "X-Frame-Options", value: "DENY" },
        { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
        { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
        { key: "Referrer-Policy", value: "same-origin" },
        { key: "Permissions-Policy", value: "camera=(self), microphone=(), geolocation=(), payment=()" },
      ],
    },
    // The kiosk's service worker tells the product's own page from a portal's or a proxy's by this.
    { source: "/kiosk/:away(away)?", headers: [{ key: "X-Janji-Page", value: "kiosk" }] },
  ],
  // No page has pictures to be resized; a resizer that nobody needs is one more thing that strangers can ask to work.
  images: { unoptimized: true },
  experimental: { serverActions: { bodySizeLimit: "64kb" } },
};

export default withNextIntl(config);
