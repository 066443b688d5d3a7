const RUN_ONCE = /(?:^|\/)(?:migrations?|seeds?|seeders)\//;

/** Whether a file runs once, against one state of the data: it is tried by running it, and nobody comes back to change it. */
export function isRunOnce(path: string): boolean {
  return RUN_ONCE.test(path);
}
