import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ESTree, parseSync, Visitor } from 'vite';

/** A regular expression as it is written in a file. */
export interface Written {
  readonly source: string;
  readonly flags: string;
  readonly file: string;
  readonly line: number;
}

/** A place where a program makes an expression out of a string. */
export interface Made {
  readonly file: string;
  readonly line: number;
  readonly code: string;
  /** In a function, so that it may be made of what comes in. */
  readonly inFunction: boolean;
}

/** All expressions of the program's own files, and where it makes more. */
export function findExpressions(root: string): { written: Written[]; made: Made[] } {
  const written: Written[] = [];
  const made: Made[] = [];
  for (const file of globSync(['src/**/*.{ts,js}', 'commands/**/*.ts'], { cwd: root }).sort()) {
    const code = readFileSync(join(root, file), 'utf8');
    const { program, errors } = parseSync(file, code);
    if (errors[0]) throw new SyntaxError(`${file}: ${errors[0].message}`);
    const lineOf = (offset: number): number => code.slice(0, offset).split('\n').length;
    let depth = 0;
    const inner = { enter: () => void depth++, leave: () => void depth-- };
    const construct = (node: ESTree.NewExpression | ESTree.CallExpression): void => {
      if (node.callee.type !== 'Identifier' || node.callee.name !== 'RegExp') return;
      made.push({
        file,
        line: lineOf(node.start),
        code: code.slice(node.start, node.end),
        inFunction: depth > 0,
      });
    };
    new Visitor({
      Literal(node) {
        if ('regex' in node && node.regex)
          written.push({
            source: node.regex.pattern,
            flags: node.regex.flags,
            file,
            line: lineOf(node.start),
          });
      },
      NewExpression: construct,
      CallExpression: construct,
      FunctionDeclaration: inner.enter,
      'FunctionDeclaration:exit': inner.leave,
      FunctionExpression: inner.enter,
      'FunctionExpression:exit': inner.leave,
      ArrowFunctionExpression: inner.enter,
      'ArrowFunctionExpression:exit': inner.leave,
    }).visit(program);
  }
  return { written, made };
}
