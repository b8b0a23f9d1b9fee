import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Copy, DockerfileParser, type JSONInstruction } from 'dockerfile-ast';

/** What a container of the image would run, with the paths of this machine. */
export interface Image {
  readonly env: Readonly<Record<string, string>>;
  readonly user: number;
  readonly start: readonly string[];
  readonly healthcheck: readonly string[];
  readonly volumes: readonly string[];
}

/**
 * Performs a Dockerfile's steps without a container engine: what stands under `/app` there is made in a folder here.
 * Stages share that folder; a later stage may copy it whole from an earlier one, and nothing else.
 * @param context the folder that is built from
 * @param app the folder in place of `/app`; made
 */
export function performDockerfile(context: string, app: string): Image {
  const here = (text: string) => text.replaceAll('/app', app);
  const env: Record<string, string> = {};
  let user = 0;
  let entry: readonly string[] = [];
  let command: readonly string[] = [];
  let healthcheck: readonly string[] = [];
  let volumes: readonly string[] = [];
  mkdirSync(app, { recursive: true });
  const instructions = DockerfileParser.parse(
    readFileSync(join(context, 'Dockerfile'), 'utf8'),
  ).getInstructions();
  for (const one of instructions) {
    const text = (one.getRawArgumentsContent() ?? '').trim();
    const json = () => argumentsOf(one).map(here);
    switch (one.getKeyword()) {
      case 'FROM':
        break;
      case 'WORKDIR':
        if (text !== '/app') throw new Error(`Only /app is known here, not ${text}`);
        break;
      case 'COPY': {
        const parts = text.split(/\s+/);
        if (one instanceof Copy && one.getFromFlag() !== null) {
          if (text.replace(/^--from=\S+\s+/, '') !== '/app /app')
            throw new Error(`Cannot perform COPY ${text}`);
          break;
        }
        const to = parts.at(-1) ?? '';
        for (const from of parts.slice(0, -1)) {
          const target = to === './' ? basename(from) : to;
          cpSync(join(context, from), join(app, target), { recursive: true });
        }
        break;
      }
      case 'RUN':
        execFileSync('sh', ['-ec', here(text.replaceAll(/\\\n/g, ' '))], {
          cwd: app,
          stdio: ['ignore', 'ignore', 'pipe'],
          env: { ...process.env, npm_config_offline: 'true' },
        });
        break;
      case 'ENV':
        for (const pair of text.split(/\s+/)) {
          const [name = '', value = ''] = pair.split('=');
          env[name] = here(value);
        }
        break;
      case 'USER':
        user = Number(text.split(':')[0]);
        break;
      case 'VOLUME':
        volumes = json();
        break;
      case 'ENTRYPOINT':
        entry = json();
        break;
      case 'CMD':
        command = json();
        break;
      case 'HEALTHCHECK':
        healthcheck = here(text.slice(text.indexOf('[')))
          .slice(1, -1)
          .split(',')
          .map((part) => JSON.parse(part));
        break;
      default:
        throw new Error(`Cannot perform ${one.getKeyword()}`);
    }
  }
  return { env, user, start: [...entry, ...command], healthcheck, volumes };
}

function argumentsOf(instruction: object): string[] {
  if (!isJson(instruction)) throw new Error('Only the JSON form needs no shell');
  return instruction.getJSONStrings().map((argument) => JSON.parse(argument.getValue()));
}

function isJson(instruction: object): instruction is JSONInstruction {
  return 'getJSONStrings' in instruction;
}
