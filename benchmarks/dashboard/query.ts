/** The part of PromQL that the dashboard speaks. Source: https://prometheus.io/docs/prometheus/latest/querying/basics/ */
export type Query =
  | {
      readonly kind: 'select';
      readonly name: string;
      readonly matchers: readonly Matcher[];
      readonly range?: number;
    }
  | { readonly kind: 'call'; readonly name: 'rate' | 'increase'; readonly of: Query }
  | { readonly kind: 'quantile'; readonly share: number; readonly of: Query }
  | {
      readonly kind: 'aggregate';
      readonly name: Aggregation;
      readonly by: readonly string[];
      readonly of: Query;
    };

export type Aggregation = 'sum' | 'min' | 'max';

export interface Matcher {
  readonly label: string;
  readonly how: '=' | '!=' | '=~' | '!~';
  readonly value: string;
}

const TOKEN = /\s*(?:([A-Za-z_]\w*)|(\d+(?:\.\d+)?)|"((?:[^"\\]|\\.)*)"|(=~|!=|!~|[(){}[\],=]))/y;
const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

type Token = {
  readonly word?: string | undefined;
  readonly number?: string | undefined;
  readonly text?: string | undefined;
  readonly sign?: string | undefined;
};

/** @throws for what it does not understand */
export function parseQuery(source: string): Query {
  const tokens = tokensOf(source);
  let at = 0;
  const query = expression();
  if (at < tokens.length) throw wrong();
  return query;

  function wrong(): Error {
    return new Error(`Not understood, at ${JSON.stringify(tokens[at] ?? 'the end')}: ${source}`);
  }

  function take(sign: string): void {
    if (tokens[at]?.sign !== sign) throw wrong();
    at++;
  }

  function next(kind: 'word' | 'number' | 'text'): string {
    const value = tokens[at]?.[kind];
    if (value === undefined) throw wrong();
    at++;
    return value;
  }

  function inBrackets<T>(read: () => T): T {
    take('(');
    const value = read();
    take(')');
    return value;
  }

  function expression(): Query {
    const name = next('word');
    switch (name) {
      case 'sum':
      case 'min':
      case 'max': {
        const by = tokens[at]?.word === 'by' ? labels() : [];
        return { kind: 'aggregate', name, by, of: inBrackets(expression) };
      }
      case 'rate':
      case 'increase':
        return { kind: 'call', name, of: inBrackets(expression) };
      case 'histogram_quantile':
        return inBrackets(() => {
          const share = Number(next('number'));
          take(',');
          return { kind: 'quantile', share, of: expression() };
        });
      default:
        return selector(name);
    }
  }

  function labels(): string[] {
    at++;
    return inBrackets(() => {
      const names = [next('word')];
      while (tokens[at]?.sign === ',') {
        at++;
        names.push(next('word'));
      }
      return names;
    });
  }

  function selector(name: string): Query {
    const matchers: Matcher[] = [];
    if (tokens[at]?.sign === '{') {
      do {
        at++;
        const label = next('word');
        const how = tokens[at]?.sign;
        if (how !== '=' && how !== '!=' && how !== '=~' && how !== '!~') throw wrong();
        at++;
        matchers.push({ label, how, value: next('text') });
      } while (tokens[at]?.sign === ',');
      take('}');
    }
    if (tokens[at]?.sign !== '[') return { kind: 'select', name, matchers };
    at++;
    const length = Number(next('number'));
    const unit = UNITS[next('word')];
    if (unit === undefined) throw wrong();
    take(']');
    return { kind: 'select', name, matchers, range: length * unit };
  }
}

function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.trimEnd().length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(source);
    if (match === null) throw new Error(`Not understood: ${source.slice(at)}`);
    const [, word, number, text, sign] = match;
    tokens.push({ word, number, text, sign });
  }
  return tokens;
}
