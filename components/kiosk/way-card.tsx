"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import type { RoomState } from "@/lib/vouchers/types";
import { useFrame } from "./frame-context";
import { WayPlan } from "./way-plan";

const HERO = "h-0 min-h-[calc(190*var(--u))] w-full flex-1";

export type WayCardProps = {
  room: RoomState;
  /** The picture above the words, for a screen whose one giant element is the way. */
  large?: boolean;
  children?: ReactNode;
};

/** The way to the complaint room, or, when it is shut, where to go instead. `children` stand under a line. */
export function WayCard({ room, large = false, children }: WayCardProps) {
  const t = useTranslations("kiosk.way");
  const { office } = useFrame();
  const open = room === "OPEN";
  return (
    <Card
      className={`px-11 py-8 ${large ? "flex min-h-0 flex-1 flex-col tall:max-h-[calc(640*var(--u))]" : ""}`}
      data-fit-box={large || undefined}
    >
      <div className={`flex gap-9 ${large ? "min-h-0 flex-1 flex-col" : "items-center"}`}>
        {open && office.room.plan ? (
          <WayPlan
            plan={office.room.plan}
            size={large ? "hero" : "beside"}
            className={large ? HERO : "h-auto w-[46%] max-w-[calc(430*var(--u))] shrink-0"}
          />
        ) : (
          <WayPicture
            open={open}
            className={large ? HERO : "h-auto w-[34%] max-w-[calc(320*var(--u))] shrink-0 large:w-[26%]"}
          />
        )}
        <div className="min-w-0">
          <h2 className="text-title">
            {open ? t("goTo", { room: office.room.name }) : t("roomClosed", { room: office.room.name })}
          </h2>
          <p className="mt-3">{open ? office.room.directions : office.room.afterHours}</p>
        </div>
      </div>
      {children !== undefined && (
        <div className="mt-6 border-t-2 border-line pt-5 scarce:hidden">{children}</div>
      )}
    </Card>
  );
}

/**
 * From here to an open door. The plan is not to scale and names no side: only the office's own directions know the
 * building, and a picture that guessed left or right would mislead.
 */
function WayPicture({ open, className }: { open: boolean; className: string }) {
  return (
    <svg
      viewBox="0 0 320 190"
      aria-hidden="true"
      fill="none"
      strokeWidth="5"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={`stroke-ink ${className}`}
    >
      <path d="M8 176H312" className="stroke-line-strong" />
      <path
        d="M196 176V28Q196 16 208 16H284Q296 16 296 28V176Z"
        className={open ? "fill-gold-wash" : "fill-paper-deep"}
      />
      {open ? (
        <>
          <path d="M296 176V20L246 40V188L296 176Z" className="fill-card" />
          <path d="M258 108V118" strokeWidth="7" />
          <path
            d="M72 176Q96 122 138 132T214 150"
            className="stroke-gold-ink"
            strokeWidth="7"
            strokeDasharray="1 16"
          />
          <path d="M204 136L220 150L202 160" className="stroke-gold-ink" strokeWidth="6" />
        </>
      ) : (
        <path
          d="M212 96V106M72 176Q96 122 138 132T180 150"
          className="stroke-line-strong"
          strokeWidth="7"
          strokeDasharray="1 16"
        />
      )}
      <path d="M44 176C30 152 16 136 16 116A28 28 0 0 1 72 116C72 136 58 152 44 176Z" className="fill-ink" />
      <circle cx="44" cy="116" r="9" className="fill-gold" stroke="none" />
    </svg>
  );
}
