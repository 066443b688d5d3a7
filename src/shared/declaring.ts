/** With one decision only in every so many lines code mostly declares: menus, routes, tables, translations. Our estimate. */
const LINES_FOR_A_DECISION = 30;

/** Whether code of so many lines with so many decisions mostly says what is, instead of doing something. */
export function mostlyDeclares(code: number, decisions: number): boolean {
  return decisions * LINES_FOR_A_DECISION < code;
}
