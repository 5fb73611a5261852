/**
 * `npm run backup-key -- FILE`: makes the key that opens backups, as a file for a place outside the server, and prints
 * whom backups are to be encrypted for. The server never needs the file: it can make backups and read none.
 */
import { writeFileSync } from "node:fs";
import { generateX25519Identity, identityToRecipient } from "age-encryption";

const [file, ...more] = process.argv.slice(2);
if (!file || more.length > 0) {
  console.error("Usage: npm run backup-key -- FILE");
  process.exitCode = 2;
} else {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  // The form that the program `age` reads, too: an office can open its backups without this product.
  const lines = [`# created: ${new Date().toISOString()}`, `# public key: ${recipient}`, identity, ""];
  try {
    writeFileSync(file, lines.join("\n"), { mode: 0o600, flag: "wx" });
    console.log(`JANJI_BACKUP_RECIPIENTS=${recipient}`);
  } catch (fault) {
    const taken = (fault as NodeJS.ErrnoException).code === "EEXIST";
    console.error(taken ? `${file} is there already: a key is never overwritten.` : String(fault));
    process.exitCode = 1;
  }
}
