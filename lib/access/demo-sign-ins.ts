import "server-only";
import { environment } from "@/lib/platform/environment";
import type { DemoSignIn } from "./types";

/** The invented people who work in the demo office, one a role. Their passwords are public, so a real office refuses them. */
export const DEMO_SIGN_INS: readonly DemoSignIn[] = [
  { username: "petugas", name: "Petugas Contoh", role: "officer", password: "petugas-contoh" },
  { username: "penyelia", name: "Pengawas Contoh", role: "supervisor", password: "penyelia-contoh" },
  { username: "kepala", name: "Kepala Contoh", role: "head", password: "kepala-contoh" },
  { username: "admin", name: "Administrator Contoh", role: "administrator", password: "admin-contoh" },
];

/** The sign-ins to offer on the sign-in page: none in a real office. */
export function offeredSignIns(): readonly DemoSignIn[] {
  return environment().mode === "demo" ? DEMO_SIGN_INS : [];
}

/** True for a password that anybody can read in this file. */
export function isPublicPassword(password: string): boolean {
  return DEMO_SIGN_INS.some((known) => known.password === password);
}
