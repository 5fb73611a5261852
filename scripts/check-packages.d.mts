export function digestOf(lock: object): string;
export function lockTroubles(manifest: object, lock: object, review: object): string[];
export function judgeAudit(
  output: string,
  review: object,
  today: string,
): { asked: boolean; troubles: string[] };
