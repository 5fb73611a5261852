import "server-only";
import { lookup } from "node:dns/promises";
import { BlockList, isIP } from "node:net";

const local = new BlockList();
for (const [net, prefix] of [
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["169.254.0.0", 16],
  ["127.0.0.0", 8],
] as const)
  local.addSubnet(net, prefix, "ipv4");
for (const [net, prefix] of [
  ["fc00::", 7],
  ["fe80::", 10],
  ["::1", 128],
] as const)
  local.addSubnet(net, prefix, "ipv6");

/** Whether an address belongs to the office's own network (or this machine, where a print server may listen). */
export function isLocalAddress(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && local.check(address, family === 6 ? "ipv6" : "ipv4");
}

/**
 * The address to connect to; null when the name is not known or leads out of the office's network. It is asked anew
 * each time, so that a name cannot be pointed elsewhere after a supervisor typed it.
 */
export async function localAddressOf(host: string): Promise<string | null> {
  try {
    const { address } = await lookup(host);
    return isLocalAddress(address) ? address : null;
  } catch {
    return null;
  }
}
