import type { Metadata } from "next";
import { headers } from "next/headers";
import { AwayPage } from "@/components/kiosk/away-page";
import { awayTexts } from "../away-texts";

export const metadata: Metadata = { title: "Janji" };

/**
 * What the kiosk's service worker holds for a reload while the server is away. Nothing of the office, of a person or of
 * a language choice is on it, so that it is never out of date: it says itself in every language at once.
 */
export default async function KioskAwayPage() {
  return (
    <>
      <AwayPage name="away" texts={awayTexts("away")} />
      <script nonce={(await headers()).get("x-nonce") ?? undefined} src="/kiosk-away.js" async />
    </>
  );
}
