import type { AssessmentParameters, Parameter } from '../src/assessment/parameters.ts';

const START = '<!-- numbers: written by `npm run docs` -->';
const END = '<!-- end of numbers -->';

interface Row {
  readonly path: string;
  readonly parameter: Parameter;
}

const isParameter = (value: unknown): value is Parameter =>
  typeof value === 'object' && value !== null && 'value' in value && 'reason' in value;

function* rows(value: unknown, path: string): Generator<Row> {
  if (isParameter(value)) yield { path, parameter: value };
  else if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    for (const [key, inner] of Object.entries(value)) yield* rows(inner, `${path}.${key}`);
  }
}

function line({ path, parameter }: Row): string {
  const { value, expert, fitted, n, reason } = parameter;
  const judged = expert !== undefined && expert !== value ? ` (judged ${expert})` : '';
  const weight = n === undefined ? '' : ` (n ${n})`;
  const how = fitted === undefined ? '' : ' Fitted.';
  return `- \`${path}\` **${value}**${judged}${weight}: ${reason}${how}`;
}

/** The page with its list of numbers as they are in `data/assessment/`. */
export function withNumbers(page: string, parameters: AssessmentParameters): string {
  const list = Object.entries(parameters).flatMap(([file, table]) => [
    `### \`data/assessment/${file}.json\``,
    '',
    ...[...rows(table, file)].map(line),
    '',
  ]);
  const [before, rest] = page.split(START);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`expected ${START} and ${END}`);
  return `${before}${START}\n\n${list.join('\n')}\n${END}${after}`;
}
