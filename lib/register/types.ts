/** A span of service dates, both ends in it: local dates `YYYY-MM-DD` in the office's time zone. */
export interface Period {
  readonly from: string;
  readonly to: string;
}
