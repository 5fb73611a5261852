/** The demo office's two people, as the server tells them at its start. */
export const DEMO_PASSWORDS = { petugas: "petugas-contoh", penyelia: "penyelia-contoh" } as const;
