import { type DomElement, type DomNode, isElement } from '../dom.ts';
import { raisedText } from './raised.ts';

/** Formulas within formulas. */
const DEEPEST = 30;
const SPACED = /^[=+−±×÷<>≤≥≠≈∼→⇒∈-]$/u;

/** A formula in MathML as a line of text: "v = 14", "a/b", "x²", "√(x + 1)". */
export function mathText(math: DomElement): string {
  const stated = math.getAttribute('alttext');
  const written = linear(math, 0).replace(/\s+/gu, ' ').trim();
  return written === '' && stated !== null ? texText(stated) : written;
}

function linear(element: DomElement, depth: number): string {
  if (depth > DEEPEST) return element.textContent ?? '';
  const parts = [...element.childNodes].filter(isElement);
  const part = (i: number) => (parts[i] ? linear(parts[i], depth + 1) : '');
  switch (element.localName.replace(/^.*:/, '')) {
    case 'mo': {
      const sign = ownText(element);
      return SPACED.test(sign) ? ` ${sign} ` : sign === ',' ? ', ' : sign;
    }
    case 'mi':
    case 'mn':
    case 'mtext':
    case 'ms':
      return ownText(element);
    case 'mspace':
      return ' ';
    case 'msup':
      return `${part(0)}${raisedText(part(1).trim())}`;
    case 'msub':
      return `${part(0)}${lowered(part(1))}`;
    case 'msubsup':
      return `${part(0)}${lowered(part(1))}${raisedText(part(2).trim())}`;
    case 'mfrac':
      return `${grouped(part(0))}/${grouped(part(1))}`;
    case 'msqrt':
      return `√${grouped(parts.map((_, i) => part(i)).join(''))}`;
    case 'semantics':
      return part(0);
    case 'annotation':
    case 'annotation-xml':
      return '';
    case 'mtd':
      return ` ${parts.map((_, i) => part(i)).join('')} `;
    default:
      return parts.length > 0 ? parts.map((_, i) => part(i)).join('') : ownText(element);
  }
}

function ownText(node: DomNode): string {
  return (node.textContent ?? '').replace(/\s+/gu, ' ').trim();
}

function lowered(text: string): string {
  const plain = text.trim();
  return /^[\p{L}\p{N}]{1,3}$/u.test(plain) ? plain : `_${grouped(plain)}`;
}

function grouped(text: string): string {
  const plain = text.trim();
  return /^[\p{L}\p{N}.]*$/u.test(plain) ? plain : `(${plain})`;
}

const SIGNS: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({
    times: '×',
    cdot: '·',
    div: '÷',
    pm: '±',
    le: '≤',
    leq: '≤',
    ge: '≥',
    geq: '≥',
    neq: '≠',
    ne: '≠',
    approx: '≈',
    sim: '∼',
    to: '→',
    rightarrow: '→',
    infty: '∞',
    circ: '°',
    degree: '°',
    sum: '∑',
    int: '∫',
    prod: '∏',
    partial: '∂',
    in: '∈',
    alpha: 'α',
    beta: 'β',
    gamma: 'γ',
    delta: 'δ',
    epsilon: 'ε',
    eta: 'η',
    theta: 'θ',
    kappa: 'κ',
    lambda: 'λ',
    mu: 'μ',
    nu: 'ν',
    pi: 'π',
    rho: 'ρ',
    sigma: 'σ',
    tau: 'τ',
    phi: 'φ',
    varphi: 'φ',
    chi: 'χ',
    psi: 'ψ',
    omega: 'ω',
    Delta: 'Δ',
    Gamma: 'Γ',
    Lambda: 'Λ',
    Omega: 'Ω',
    Phi: 'Φ',
    Pi: 'Π',
    Psi: 'Ψ',
    Sigma: 'Σ',
    Theta: 'Θ',
    ldots: '…',
    dots: '…',
    quad: ' ',
    qquad: ' ',
    displaystyle: '',
    textstyle: '',
    left: '',
    right: '',
    mathrm: '',
    mathbf: '',
    mathit: '',
    text: '',
    operatorname: '',
    rm: '',
    bf: '',
    limits: '',
    nonumber: '',
    '%': '%',
    ',': ' ',
    ';': ' ',
    '!': '',
    ' ': ' ',
  }),
);

/** A formula in TeX as a line of text. What it does not know stands by its name. */
export function texText(tex: string): string {
  return tex
    .replace(
      /\\(?:d|t)?frac\s?\{([^{}]{1,80})\}\s?\{([^{}]{1,80})\}/gu,
      (_, over, under) => `${grouped(over)}/${grouped(under)}`,
    )
    .replace(/\\sqrt\s?\{([^{}]{1,80})\}/gu, (_, root) => `√${grouped(root)}`)
    .replace(/\^(?:\{([^{}]{1,40})\}|([\p{L}\p{N}]))/gu, (_, group, sign) =>
      raisedText(String(group ?? sign).trim()),
    )
    .replace(/_(?:\{([^{}]{1,40})\}|([\p{L}\p{N}]))/gu, (_, group, sign) => lowered(String(group ?? sign)))
    .replace(/\\([a-zA-Z]{1,20}|[%,;! ])/gu, (_, name) => SIGNS.get(name) ?? name)
    .replace(/[{}$\\]/gu, '')
    .replace(/\s?([=<>≤≥≈≠])\s?/gu, ' $1 ')
    .replace(/\s+/gu, ' ')
    .trim();
}
