type Points = readonly (readonly [value: number, score: number])[];

/** The score of a value on a curve: straight lines between its points, flat beyond its ends. */
export function scoreOn(points: Points, value: number): number {
  const next = points.findIndex(([x]) => x >= value);
  const [right, left] = [points[next], points[next - 1]];
  if (!right) return points.at(-1)?.[1] ?? 0;
  if (!left) return right[1];
  return left[1] + ((value - left[0]) / (right[0] - left[0])) * (right[1] - left[1]);
}
