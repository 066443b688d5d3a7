const RUN_ONCE = /(?:^|\/)(?:(?:migrations?|seeds?|seeders)\/|\d{8,14}[-_.][^/]*$)/;

/** Whether a file runs once, by its folder or by a name that begins with a day: it is tried by running it, and nobody comes back to change it. */
export function isRunOnce(path: string): boolean {
  return RUN_ONCE.test(path);
}
