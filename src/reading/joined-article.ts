const ARTICLE = /^(?:al|el|ez|az|es|as|ash|esh|at|et|ad|ed|an|en|ar|er|ul|ur)$/i;
const CAPITAL = /^\p{Lu}\p{L}/u;

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Whether a name in capitals is joined to the small article at `index`: "al-Bab". */
export const isJoinedArticle = (tokens: readonly Word[], index: number) =>
  /^\p{Ll}/u.test(tokens[index]?.text ?? '') && opensJoined(tokens, index);

/** The same with a capital, "Al-Bab", too. */
export function opensJoined(tokens: readonly Word[], index: number): boolean {
  const [article, mark, name] = [tokens[index], tokens[index + 1], tokens[index + 2]];
  return (
    article !== undefined &&
    ARTICLE.test(article.text) &&
    mark?.text === '-' &&
    article.end === mark.start &&
    mark.end === name?.start &&
    CAPITAL.test(name.text)
  );
}

/** Where the name that opens at `first` begins with its article. */
export const withArticle = (tokens: readonly Word[], first: number) =>
  isJoinedArticle(tokens, first - 2) ? first - 2 : first;
