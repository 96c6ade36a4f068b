// Run in a process of its own: the whole server, as `npm start` has it, on a free port that it tells its parent.
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { jsonLog } from '../../src/lib/log.ts';
import { listen, openHouse } from '../../src/main.ts';
import { type BenchPlace, quietHouse } from '../world/bench-world.ts';

const place = JSON.parse(process.argv[2] ?? '') as BenchPlace;
const file = createWriteStream(join(place.folder, 'bench.log'), { flags: 'a' });
const log = jsonLog(
  (line) => void file.write(line),
  () => new Date(),
);
// One proxy in front: each request may come from an address of its own, as the scans of a day do.
const house = await openHouse({ ...quietHouse(place), worker: true, proxies: 1, log });
const listening = await listen(house.app, 0);
process.send?.({ port: listening.port });
process.once('SIGTERM', async () => {
  await listening.close();
  await house.close();
  process.disconnect();
});
