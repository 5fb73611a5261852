import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";

export type Step = { readonly title: string; readonly text: ReactNode; readonly optional?: boolean };

/** What to do next, in words: a short title and one sentence each. */
export function StepsCard({ steps }: { steps: readonly Step[] }) {
  return (
    <Card className="px-11 py-3">
      <dl>
        {steps.map((step, index) => (
          <div
            key={step.title}
            className={
              `grid grid-cols-[minmax(0,5fr)_minmax(0,10fr)] items-baseline gap-7 border-line py-6 large:py-5 scarce:py-2 ` +
              `${index > 0 ? "border-t-2" : ""} ${step.optional ? "optional-gone:hidden" : ""}`
            }
          >
            <dt className="wrap-anywhere leading-tight font-head tracking-[-0.015em]">{step.title}</dt>
            <dd className="text-soft">{step.text}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
