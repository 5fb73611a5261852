// A certificate authority and a server certificate for the check, made by openssl.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const openssl = (args: readonly string[], cwd: string) =>
  execFileSync("openssl", args, { cwd, stdio: "pipe" });

/** The authority's DER in base64, as a policy wants it, and what a TLS server named `host` needs. */
export function makeCertificates(folder: string, host: string) {
  const days = ["-days", "2"];
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
  openssl(
    ["req", "-x509", ...key, "-keyout", "ca.key", "-out", "ca.crt", ...days, "-subj", "/CN=Check"],
    folder,
  );
  openssl(["req", ...key, "-keyout", "host.key", "-out", "host.csr", "-subj", `/CN=${host}`], folder);
  writeFileSync(path.join(folder, "host.ext"), `subjectAltName=DNS:${host}\nextendedKeyUsage=serverAuth\n`);
  const signing = ["x509", "-req", "-in", "host.csr", "-CA", "ca.crt", "-CAkey", "ca.key", "-CAcreateserial"];
  openssl([...signing, "-out", "host.crt", ...days, "-extfile", "host.ext"], folder);
  const read = (name: string) => readFileSync(path.join(folder, name));
  const der = openssl(["x509", "-in", "ca.crt", "-outform", "DER"], folder);
  return { authority: der.toString("base64"), key: read("host.key"), cert: read("host.crt") };
}
