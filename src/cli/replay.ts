import type { Claim, Mention, ParsedToken, Reading, Speech } from '../domain/index.ts';
import { overlaps, probabilityText } from '../domain/index.ts';
import type { ReadReport } from '../reader.ts';
import { printable, type Style } from './style.ts';

const quote = (text: string) => `“${printable(text.replace(/\s+/g, ' '))}”`;

function mentionLine(mention: Mention): string {
  const what = {
    actor: () => (mention.type === 'actor' ? mention.name : ''),
    place: () =>
      mention.type === 'place'
        ? 'id' in mention.place
          ? `${mention.place.path.join(' › ')} (${mention.place.precision}, ${probabilityText(mention.place.confidence)})`
          : `unresolved: ${mention.place.unresolved}`
        : '',
    time: () =>
      mention.type === 'time'
        ? mention.time.basis === 'unknown'
          ? `unknown: ${mention.time.reason}`
          : `${mention.time.start} to ${mention.time.end}`
        : '',
    quantity: () =>
      mention.type === 'quantity'
        ? `${mention.amount.min}–${mention.amount.max ?? 'more'} ${mention.amount.unit}`
        : '',
    facility: () => (mention.type === 'facility' ? mention.name : ''),
  }[mention.type]();
  return `${mention.type.padEnd(9)} ${quote(mention.text)} ${what}  rule ${mention.rule}`;
}

function speechLine(speech: Speech, body: string): string {
  const cue = speech.cue ? quote(body.slice(speech.cue.start, speech.cue.end)) : 'no cue';
  const source = speech.source ? speech.source.name : 'nobody named';
  const relays = speech.relays.map(({ name }) => ` through ${name}`).join('');
  return `${speech.form} speech of ${source}${relays}, by ${cue}, ${speech.stance}  rule ${speech.rule}`;
}

const treeLine = (token: ParsedToken, reading: Reading) => {
  const governor = token.head < 0 ? 'root' : reading.tokens[token.head]!.text;
  return `${token.text}/${token.upos} ${token.deprel}←${governor}`;
};

/** The reading of a claim's sentence, step by step, as the reader of today does it. */
export function replayText(claim: Claim, { reading, claims }: ReadReport, style: Style): string {
  const { body } = reading.report;
  const span = claim.evidence;
  const sentences = reading.sentences.filter((sentence) => overlaps(sentence, span));
  const within = (each: { start: number; end: number }) =>
    sentences.some((sentence) => overlaps(sentence, each));
  const indent = (lines: readonly string[]) => lines.map((line) => `    ${printable(line)}`);
  const same = claims.find((each) => each.id === claim.id);
  const verdict = same
    ? `The rule ${claim.rule} finds it again.`
    : `The reader of today does not find it: rules or data have changed since it was recorded.`;
  const roles = (all: Claim['unfilled'] = {}) =>
    Object.entries(all).map(([role, why]) => `${role}: ${why}`);
  const [unfilled, inferred] = [roles(claim.unfilled), roles(claim.inferred)];
  const speech = reading.speech.filter(({ content }) => content.some(within));
  const lines = [
    style.bold('Read again'),
    `  ${verdict}`,
    `  ${style.dim('mentions')}`,
    ...indent(reading.mentions.filter(within).map(mentionLine)),
    `  ${style.dim('speech')}`,
    ...indent(
      speech.length > 0
        ? speech.map((each) => speechLine(each, body))
        : ['none: the outlet says it itself'],
    ),
    ...(unfilled.length > 0 ? [`  ${style.dim('not filled')}`, ...indent(unfilled)] : []),
    ...(inferred.length > 0 ? [`  ${style.dim('inferred')}`, ...indent(inferred)] : []),
    `  ${style.dim('tree')}`,
    ...indent(
      sentences.map((sentence) =>
        reading.tokens
          .slice(sentence.first, sentence.last)
          .map((token) => treeLine(token, reading))
          .join('  '),
      ),
    ),
  ];
  return `${lines.join('\n')}\n`;
}
