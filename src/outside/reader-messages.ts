// How a program that reads a stranger's file hands on what it found: messages in JSON, each with bytes behind it.

/** What stands before a message's bytes: length of the JSON, length of the bytes, both 32 bits, and the JSON. */
export function messageHead(message: object, byteLength: number): Buffer {
  const json = Buffer.from(JSON.stringify(message));
  const head = Buffer.alloc(8);
  head.writeUInt32BE(json.length, 0);
  head.writeUInt32BE(byteLength, 4);
  return Buffer.concat([head, json]);
}

/** The whole messages in what was written; a half one at the end is left out. @typeParam Message as the writer's types say */
export function readMessages<Message>(written: Buffer): { message: Message; bytes: Buffer }[] {
  const messages: { message: Message; bytes: Buffer }[] = [];
  for (let at = 0; at + 8 <= written.length; ) {
    const jsonEnd = at + 8 + written.readUInt32BE(at);
    const end = jsonEnd + written.readUInt32BE(at + 4);
    if (end > written.length) break;
    messages.push({
      message: JSON.parse(written.toString('utf8', at + 8, jsonEnd)) as Message,
      bytes: written.subarray(jsonEnd, end),
    });
    at = end;
  }
  return messages;
}
