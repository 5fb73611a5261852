import type { ReactNode } from "react";
import { Logo } from "@/components/ui/logo";
import { Motif } from "@/components/ui/motif";
import { Ring } from "@/components/ui/ring";

/**
 * The frame of the pages before sign-in: the office and its promise on the one side, what there is to do on the other.
 * Upright tablets get them one above the other.
 */
export function Entrance({
  office,
  area,
  promise,
  promiseBody,
  corner,
  children,
}: {
  office: string;
  area: string;
  promise: string;
  promiseBody: string;
  /** The choice of language. */
  corner: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="relative flex min-h-full flex-1 flex-col overflow-x-clip">
      <Motif tone="paper" />
      <header className="relative flex items-center gap-4 px-(--edge) py-4">
        <Logo className="size-12" />
        <p className="mr-auto leading-tight">
          <strong className="block font-head">{office}</strong>
          <span className="text-small text-ink-soft">{area}</span>
        </p>
        {corner}
      </header>
      <main
        id="content"
        className={
          "relative mx-auto grid w-full max-w-[1240px] flex-1 content-center items-center gap-10 px-(--edge) pb-10 " +
          "wide:grid-cols-[minmax(0,1fr)_minmax(0,30rem)] wide:gap-16 tall:max-w-[40rem]"
        }
      >
        <div className="flex flex-col gap-6 tall:flex-row tall:items-center tall:gap-8">
          <Ring filled={17.6} className="size-44 shrink-0 wide:size-52" />
          <div className="flex flex-col gap-4">
            <p className="max-w-[17ch] text-display font-head tracking-head text-balance">{promise}</p>
            <p className="max-w-[40ch] text-lead text-ink-soft tall:hidden">{promiseBody}</p>
          </div>
        </div>
        <div className="flex flex-col gap-5">{children}</div>
      </main>
    </div>
  );
}
