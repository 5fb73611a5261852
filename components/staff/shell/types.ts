export const ALERT_KINDS = ["STORAGE", "KIOSK", "PRINTER", "SLIP"] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** Something in the hall that needs a hand; nothing of it says who is concerned beyond a voucher's number. */
export interface DeviceAlert {
  readonly kind: AlertKind;
  /** The kiosk's, printer's or print job's. */
  readonly id: string;
  /** The device's name, or the voucher's number. */
  readonly name: string;
  /** PRINTER: its state. SLIP: why it is not known to have come out. Else "none". */
  readonly state: string;
  readonly voucherId?: string;
}
