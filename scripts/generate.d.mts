export function postgresSchema(source?: string): string;
export function generate(): void;
