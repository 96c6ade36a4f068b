// Run in a process of its own: the HTTP library alone, answering each request by one select by primary key.
import { Hono } from 'hono';
import pg from 'pg';
import { hashSecret } from '../../src/lib/ids.ts';
import { listen } from '../../src/main.ts';
import type { BenchPlace } from '../world/bench-world.ts';

const place = JSON.parse(process.argv[2] ?? '') as BenchPlace;
const pool = new pg.Pool({ ...place.database, max: 20 });
const app = new Hono();
app.get('/r/:token', async (c) => {
  const asked = [hashSecret(c.req.param('token'))];
  const found = await pool.query<{ number: string }>(
    'select number from certificate_lookup where token_hash = $1',
    asked,
  );
  return c.html(`<!DOCTYPE html><title>Certificate</title><p>${found.rows[0]?.number}</p>`);
});
const listening = await listen({ fetch: (request: Request) => app.fetch(request) }, 0);
process.send?.({ port: listening.port });
process.once('SIGTERM', async () => {
  await listening.close();
  await pool.end();
  process.disconnect();
});
