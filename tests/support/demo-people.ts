/** The demo office's people, one a role, as the server tells them at its start. */
export const DEMO_PASSWORDS = {
  petugas: "petugas-contoh",
  penyelia: "penyelia-contoh",
  kepala: "kepala-contoh",
  admin: "admin-contoh",
} as const;
