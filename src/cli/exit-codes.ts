/** What the shell is told. A gate that could not be judged counts as broken input, never as passed. */
export const EXIT = { passed: 0, failed: 1, unusable: 2, interrupted: 130 } as const;
