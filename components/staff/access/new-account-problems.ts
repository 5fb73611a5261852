export interface NewAccountFields {
  readonly username: string;
  readonly name: string;
  /** The first account's alone: its owner chooses it. Any other account's first one is made. */
  readonly password?: string;
}

type Problem = { readonly key: string; readonly values?: Record<string, number> };

/** What is still wrong with a new account, as keys of `access.field`; the server checks the same again. */
export function newAccountProblems(
  { username, name, password }: NewAccountFields,
  passwordMin = 0,
): Partial<Record<keyof NewAccountFields, Problem>> {
  const count = password?.length ?? passwordMin;
  return {
    ...(/^[a-z0-9_.]{3,30}$/.test(username.trim().toLowerCase()) ? {} : { username: { key: "usernameBad" } }),
    ...(name.trim() === "" ? { name: { key: "nameBad" } } : {}),
    ...(count < passwordMin ? { password: { key: "passwordBad", values: { min: passwordMin, count } } } : {}),
  };
}
