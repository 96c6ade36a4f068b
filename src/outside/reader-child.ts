// What every program that reads a stranger's file in a process of its own begins with (see reader-process.ts).
import { writeSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { messageHead } from './reader-messages.ts';

/** The server kills in time; this is for when the server itself has died. A thread, because a loop would hold up a timer. */
export function killAfter(milliseconds: number): void {
  new Worker(`setTimeout(() => process.kill(process.pid, 'SIGKILL'), ${milliseconds})`, { eval: true }).unref();
}

/** All of standard input: the file. */
export async function readInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Libraries in WebAssembly grow their memory through this one function: beyond the limit it refuses, as a full machine would. */
export function limitMemory(maxBytes: number): { exceeded: boolean } {
  type Memory = { buffer: ArrayBuffer; grow(pages: number): number };
  const { prototype } = (globalThis as unknown as { WebAssembly: { Memory: { prototype: Memory } } }).WebAssembly
    .Memory;
  const { grow } = prototype;
  const state = { exceeded: false };
  prototype.grow = function growWithin(this: Memory, pages: number): number {
    if (this.buffer.byteLength + pages * 65_536 <= maxBytes) return grow.call(this, pages);
    state.exceeded = true;
    throw new RangeError(`more than ${maxBytes} bytes of memory`);
  };
  return state;
}

/** Hands a message and its bytes to whoever started this program. */
export function send(message: object, bytes: Uint8Array = new Uint8Array(0)): void {
  for (const part of [messageHead(message, bytes.length), bytes])
    for (let sent = 0; sent < part.length; ) sent += writeSync(3, part, sent);
}
