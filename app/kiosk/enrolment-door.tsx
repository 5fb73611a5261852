"use client";

import { lazy, Suspense, type ComponentProps } from "react";
import type { KioskEnrolment } from "./kiosk-enrolment";

const Enrolment = lazy(async () => ({ default: (await import("./kiosk-enrolment")).KioskEnrolment }));

/** The page of a browser that is no kiosk; one that is has no use for it and is not sent it. */
export function EnrolmentDoor(props: ComponentProps<typeof KioskEnrolment>) {
  return (
    <Suspense>
      <Enrolment {...props} />
    </Suspense>
  );
}
