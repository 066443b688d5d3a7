/** A number as one reads it, with a comma at each thousand: the same on every machine, whatever its language. */
export function withThousands(value: number): string {
  const [whole = '0', ...fraction] = String(value).split('.');
  return [whole.replace(/\B(?=(?:\d{3})+$)/g, ','), ...fraction].join('.');
}
