import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** A file of entries, one JSON line each, that only grows. An entry is on disk once `append` has returned. */
export type Journal<Entry> = { append(entry: Entry): void; close(): void };

/**
 * Opens the journal, hands every entry written so far to `replay` in order, then appends.
 * A last line without its end was being written when the process died: nobody was told of it, so it is cut off.
 * Any other unreadable line is damage, and throws an error naming file and line.
 */
export function openJournal<Entry>(file: string, replay: (entry: Entry) => void): Journal<Entry> {
  mkdirSync(dirname(file), { recursive: true });
  let size = replayWholeLines(file, replay);
  const fd = openSync(file, 'a');
  ftruncateSync(fd, size);
  syncFolder(dirname(file));
  return {
    append(entry) {
      const line = Buffer.from(`${JSON.stringify(entry)}\n`, 'utf8');
      try {
        for (let done = 0; done < line.length; ) done += writeSync(fd, line, done);
        fdatasyncSync(fd);
      } catch (error) {
        // Half a line would spoil the next one, too.
        if (fstatSync(fd).size > size) ftruncateSync(fd, size);
        throw error;
      }
      size += line.length;
    },
    close() {
      closeSync(fd);
    },
  };
}

/** Returns how many bytes the whole lines take. */
function replayWholeLines<Entry>(file: string, replay: (entry: Entry) => void): number {
  if (!existsSync(file)) return 0;
  const content = readFileSync(file);
  const size = content.lastIndexOf('\n') + 1;
  const lines = content.subarray(0, size).toString('utf8').split('\n').slice(0, -1);
  lines.forEach((line, index) => {
    replay(parsed<Entry>(line, `${file}:${index + 1}`));
  });
  return size;
}

function parsed<Entry>(line: string, place: string): Entry {
  try {
    return JSON.parse(line) as Entry;
  } catch (error) {
    throw new Error(`${place}: not a JSON line. Remove the sandbox's folder to start afresh.`, { cause: error });
  }
}

/** A new file survives a power cut only when its folder is written, too. Windows has no such call. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const fd = openSync(folder, 'r');
  fsyncSync(fd);
  closeSync(fd);
}
