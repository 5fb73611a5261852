const MANY_LOOKS = 1_500;

/** Looks until it is so. @throws with what it was instead after half a minute or so. */
export async function until<T>(look: () => Promise<T> | T, right: (seen: T) => boolean): Promise<T> {
  for (let count = 1; ; count += 1) {
    const seen = await look();
    if (right(seen)) return seen;
    if (count > MANY_LOOKS) throw new Error(`it stayed ${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
