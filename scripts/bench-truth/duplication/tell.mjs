const EXAMPLES = 5;

/** One repository's figures, as a reader is told them. */
export function tell({ title, files, code, ours, theirs, theirLines, foundLines, ourLines, causes }) {
  const share = theirLines === 0 ? 100 : (100 * foundLines) / theirLines;
  return [
    `${title}: ${files} files, ${code} lines of code`,
    `  copied lines: jscpd ${theirLines}, ours ${ourLines}; of jscpd's we find ${foundLines}, ${share.toFixed(2)}%`,
    ...[...causes]
      .sort(([, a], [, b]) => b.length - a.length)
      .map(([cause, lines]) => `  missed ${lines.length}: ${cause}; ${lines.slice(0, EXAMPLES).join(', ')}`),
    `  time: ours ${spread(ours, 'seconds')} s, jscpd ${spread(theirs, 'seconds')} s; ratio ${ratio(ours, theirs, 'seconds')}`,
    `  of which looking for copies adds ${spread(ours, 'added')} s to the survey of an audit; ratio ${ratio(ours, theirs, 'added', 'seconds')}`,
    `  memory: ours ${spread(ours, 'megabytes')} MB, jscpd ${spread(theirs, 'megabytes')} MB; ratio ${ratio(ours, theirs, 'megabytes')}`,
  ].join('\n');
}

/** Median, with the least and the most. */
function spread(runs, key) {
  const values = runs.map(run => run[key] ?? Number.NaN).sort((a, b) => a - b);
  const tidy = value => (Number.isNaN(value) ? 'not measured' : value >= 10 ? Math.round(value) : value.toFixed(2));
  return `${tidy(median(values))} (${tidy(values[0])} to ${tidy(values.at(-1))})`;
}

/** The median of the ratios of runs that followed each other. */
function ratio(ours, theirs, key, their = key) {
  const ratios = ours.map((run, index) => run[key] / theirs[index][their]).sort((a, b) => a - b);
  return Number.isFinite(median(ratios)) ? median(ratios).toFixed(2) : 'not measured';
}

function median(sorted) {
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
