/** Runs the commands shown in `docs/assessment.md`, and puts what they print below them. */
const BLOCK = /<!-- shown: (.*?) -->\n\n```text\n([\s\S]*?)```/g;

export type RunCommand = (argv: readonly string[]) => Promise<string>;

/** Words of a command line; quotes hold a name of several together. */
const wordsOf = (line: string) =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);

/** Of what was printed, the paragraphs named: "first", "nothing", or those with one of some texts. */
function shownOf(printed: string, shown: string): string {
  if (shown === 'nothing') return '';
  const paragraphs = printed.trimEnd().split('\n\n');
  if (shown === 'first') return `${paragraphs[0]}\n`;
  const texts = shown.split(' | ');
  const chosen = paragraphs.filter((paragraph) => texts.some((text) => paragraph.includes(text)));
  if (chosen.length === 0) throw new Error(`nothing printed has any of: ${shown}`);
  return `${chosen.join('\n\n')}\n`;
}

/** The page with the examples as the commands print them today; the last of a block is shown. */
export async function withExamples(page: string, run: RunCommand): Promise<string> {
  let result = page;
  for (const [block, shown, inside] of page.matchAll(BLOCK)) {
    const commands = inside!.split('\n').filter((line) => line.startsWith('$ npx dateline '));
    let printed = '';
    for (const command of commands) {
      printed = await run(wordsOf(command.replace('$ npx dateline ', '')));
    }
    const text = `${commands.join('\n')}\n${shownOf(printed, shown!)}`;
    result = result.replace(block, () => `<!-- shown: ${shown} -->\n\n\`\`\`text\n${text}\`\`\``);
  }
  return result;
}
