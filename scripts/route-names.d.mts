export function routeNames(distDir: string): (url: string) => string;
