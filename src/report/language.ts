/** Commonest function words of each language: short lists, in no other list where that can be helped. */
const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in that is was for on with by from have has are were said at this it which as be been an',
  fr: 'le la les des et du une est dans pour que qui sur au aux par avec sont été cette ont ses',
  es: 'el los las del y una que por con para como fue sus está han pero más entre según desde',
  pt: 'o os das dos e uma que por com para como foi não são mais ao pelo pela segundo também',
  it: 'il gli della dei di che è una per con sono nel alla dal anche stato ha delle più',
  de: 'der die das und den dem des ein eine ist mit von zu nicht auf für im sich auch nach',
  nl: 'de het een en van dat zijn voor op met niet aan ook bij naar door werd wordt',
  sv: 'och att det som en på är av för med den har inte till om ett från',
  pl: 'w i na z się że do jest nie przez od po za oraz przy jak',
  tr: 've bir bu için ile da de olarak daha olan gibi kadar sonra ancak',
  id: 'yang dan di dengan untuk dari ini itu pada dalam tidak akan oleh telah',
  so: 'waa iyo in uu ka ee oo ku la ay soo',
  sw: 'na ya wa kwa ni katika za la kuwa hiyo',
};

const WORDS: readonly (readonly [string, ReadonlySet<string>])[] = Object.entries(
  FUNCTION_WORDS,
).map(([language, words]) => [language, new Set(words.split(' '))]);

/** Scripts other than Latin; a language is told by letters that only it uses. */
const SCRIPTS: readonly (readonly [RegExp, (text: string) => string])[] = [
  [
    /\p{Script=Arabic}/gu,
    (text) => {
      if (/[ټډړښځڅ]/.test(text)) return 'ps';
      if (/[ٹڈڑے]/.test(text)) return 'ur';
      return /[پچژگ]/.test(text) ? 'fa' : 'ar';
    },
  ],
  [/\p{Script=Cyrillic}/gu, (text) => (/[іїєґ]/i.test(text) && !/[ыэъ]/i.test(text) ? 'uk' : 'ru')],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, () => 'ja'],
  [/\p{Script=Han}/gu, () => 'zh'],
  [/\p{Script=Hangul}/gu, () => 'ko'],
  [/\p{Script=Hebrew}/gu, () => 'he'],
  [/\p{Script=Greek}/gu, () => 'el'],
  [/\p{Script=Devanagari}/gu, () => 'hi'],
  [/\p{Script=Bengali}/gu, () => 'bn'],
  [/\p{Script=Ethiopic}/gu, () => 'am'],
  [/\p{Script=Georgian}/gu, () => 'ka'],
  [/\p{Script=Armenian}/gu, () => 'hy'],
  [/\p{Script=Myanmar}/gu, () => 'my'],
  [/\p{Script=Thai}/gu, () => 'th'],
];

/** Enough to tell a language by and cheap on any length. */
const SAMPLE = 20_000;
/** In running text a fifth or more of the words are function words; below this it cannot be told. */
const ENOUGH_SHARE = 0.08;
const ENOUGH_WORDS = 2;

/** BCP 47 tag of the main language of a text, `und` when it cannot be told. */
export function languageOf(text: string): string {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return 'und';
  for (const [script, language] of SCRIPTS) {
    if ((sample.match(script)?.length ?? 0) > letters * 0.4) return language(sample);
  }
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  let best = 'und';
  let bestCount = ENOUGH_WORDS - 1;
  for (const [language, known] of WORDS) {
    const count = words.filter((word) => known.has(word)).length;
    if (count > bestCount && count >= words.length * ENOUGH_SHARE) {
      best = language;
      bestCount = count;
    }
  }
  return best;
}
