import { randomUUID } from "node:crypto";

/** A fresh request key. */
export const newKey = () => randomUUID();
