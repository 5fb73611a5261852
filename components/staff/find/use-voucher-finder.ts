"use client";

import { useRouter } from "next/navigation";
import { useCallback } from "react";
import type { Send } from "../types";
import { useRequest, type Request } from "../use-request";

/** What a scan found: only where to go. */
export interface FoundVoucher {
  readonly voucherId: string;
  readonly number: string;
}

export interface VoucherFinder {
  readonly request: Request<FoundVoucher>;
  /** Looks up what was scanned or typed; the voucher found, or null. */
  readonly look: (scanned: string) => Promise<FoundVoucher | null>;
  readonly open: (voucherId: string) => void;
}

/** Finds a voucher by its QR, its short code or its number of today, and opens its page. */
export function useVoucherFinder(find: Send<FoundVoucher>): VoucherFinder {
  const router = useRouter();
  const request = useRequest("find-voucher", find, { keyed: false });
  const { run } = request;
  const look = useCallback(
    async (scanned: string) => {
      const answer = await run({ scanned });
      return answer?.ok ? answer.value : null;
    },
    [run],
  );
  const open = useCallback((voucherId: string) => router.push(`/staff/vouchers/${voucherId}`), [router]);
  return { request, look, open };
}
