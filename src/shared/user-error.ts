/** Something the user can mend. Its message is one sentence that says what to do next; it ends the command with exit code 2. */
export class UserError extends Error {
  override readonly name = 'UserError';
}
