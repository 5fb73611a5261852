import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** Sends the browser the words of these pages and no others: nobody waits for a whole catalogue. */
export async function AccessWords({ children }: { children: ReactNode }) {
  const { access } = await getMessages();
  return <NextIntlClientProvider messages={{ access }}>{children}</NextIntlClientProvider>;
}
