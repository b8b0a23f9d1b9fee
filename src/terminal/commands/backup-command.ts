import { type RestoreOptions, restoreBackup } from '../../operate/backup/restore-backup.ts';
import { type BackupOptions, writeBackup } from '../../operate/backup/write-backup.ts';
import type { Io } from '../io.ts';

/** Makes a backup and tells what is in it. */
export async function printBackup(options: BackupOptions, io: Io): Promise<void> {
  const { files, entries } = await writeBackup(options);
  io.out(
    `${options.file}: ${count(files, 'file')} of articles, ${count(entries, 'entry', 'entries')} of state.\n`,
  );
  io.out(
    'It holds questions and settings of your members, but no token: keep it to yourself, and .env with it.\n',
  );
}

/** Puts a backup back and tells what was done. */
export async function printRestore(options: RestoreOptions, io: Io): Promise<void> {
  const { manifest, written, moved, aside, entries } = await restoreBackup(options);
  io.out(
    `As of ${manifest.made}: ${count(manifest.files, 'file')} of articles (${written} written, the others were the same), ${count(entries, 'entry', 'entries')} of state.\n`,
  );
  if (aside !== undefined)
    io.out(`What was different before is kept in ${aside} (${count(moved, 'file')}).\n`);
  io.out(
    'A bot that is running takes the articles over with /corpus reload, the state when it is restarted.\n',
  );
}

function count(number: number, one: string, more = `${one}s`): string {
  return `${number.toLocaleString('en-US')} ${number === 1 ? one : more}`;
}
