/** The text files of a ZIP archive by name, read from its central directory. */
export function unzipped(zip: Uint8Array, inflate: (data: Uint8Array) => Uint8Array): Map<string, string> {
  const view = Buffer.from(zip);
  const end = view.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  const files = new Map<string, string>();
  let at = view.readUInt32LE(end + 16);
  for (let left = view.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size] = [view.readUInt16LE(at + 10), view.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const local = view.readUInt32LE(at + 42);
    const begin = local + 30 + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28);
    const data = view.subarray(begin, begin + size);
    files.set(
      view.toString("utf8", at + 46, at + 46 + name),
      Buffer.from(method === 0 ? data : inflate(data)).toString("utf8"),
    );
    at += 46 + name + extra + comment;
  }
  return files;
}
