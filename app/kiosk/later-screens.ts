"use client";

// What a kiosk shows after its first screen, in one piece that the page asks for by itself: see use-later-screens.ts.
export { IdleDialog } from "@/components/kiosk/idle-dialog";
export { OfficerCalledDialog } from "@/components/kiosk/officer-called-dialog";
export { ScanPicture } from "@/components/kiosk/scan-picture";
export { StorageScreen, TooManyScreen } from "@/components/kiosk/trouble-screens";
export { AnswerView } from "./answer-view";
export { DemoScanner } from "./demo-scanner";
export { InfoView } from "./info-view";
export { KeypadView } from "./keypad-view";
