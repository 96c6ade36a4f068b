import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Mail, smtpMailer } from '../../src/outside/mailer.ts';
import { openMailShelf } from './mail-shelf.ts';
import { mailboxPages } from './mailbox-pages.tsx';
import { type Mailbox, startMailbox } from './start-mailbox.ts';

const folder = mkdtempSync(join(tmpdir(), 'hakkyu-mailbox-'));
let mailbox: Mailbox;
beforeAll(async () => {
  mailbox = await startMailbox({ smtpPort: 0, webPort: 0, folder });
});
afterAll(async () => {
  await mailbox.close();
  rmSync(folder, { recursive: true });
});

let sent = 0;
function mail(more: Partial<Mail> = {}): Mail {
  sent += 1;
  return { to: 'clerk@example.jp', subject: '件名', text: '本文', messageId: `job-${sent}@example.jp`, ...more };
}

function send(more: Partial<Mail>): Promise<void> {
  const mailer = smtpMailer({ url: mailbox.smtpUrl, from: '発給システム <noreply@example.jp>', timeoutMs: 10_000 });
  return mailer.send(mail(more));
}

async function mailsTo(to: string) {
  const answer = await fetch(`${mailbox.url}/api/mails?${new URLSearchParams({ to })}`);
  return (await answer.json()) as { total: number; mails: (Mail & { id: string })[] };
}

async function pageOf(to: string): Promise<string> {
  const { mails } = await mailsTo(to);
  return (await fetch(`${mailbox.url}/mails/${mails[0]?.id}?lang=en`)).text();
}

describe('a mail', () => {
  test('arrives as it was sent, Japanese included', async () => {
    const text = '承認されました。\n\n　決済してください：\nhttp://localhost:3000/pay/1\n'.repeat(20);
    await send({
      to: 'Whole@Example.jp',
      subject: `【発給】承認のお知らせ ${'長い件名'.repeat(20)}`,
      text,
      messageId: 'whole@example.jp',
    });
    expect(await mailsTo('whole@example.jp')).toMatchObject({
      total: 1,
      mails: [
        {
          from: '"発給システム" <noreply@example.jp>',
          to: ['whole@example.jp'],
          subject: `【発給】承認のお知らせ ${'長い件名'.repeat(20)}`,
          text,
          messageId: '<whole@example.jp>',
        },
      ],
    });
  });

  test.each([
    ['subject', { subject: 'x\r\nBcc: other@example.jp' }],
    ['subject', { subject: 'x\nBcc: other@example.jp' }],
    ['to', { to: 'injected@example.jp\r\nBcc: other@example.jp' }],
    ['to', { to: 'injected@example.jp, other@example.jp' }],
    ['to', { to: 'Name <injected@example.jp>' }],
    ['from', { from: 'x <a@example.jp>\nBcc: other@example.jp' }],
    ['messageId', { messageId: 'x@y>\nBcc: other@example.jp' }],
  ])('whose %s would break the headers is refused and not sent: %o', async (field, more) => {
    const before = (await mailsTo('')).total;
    await expect(send({ to: 'injected@example.jp', ...more })).rejects.toMatchObject({
      name: 'Refusal',
      code: 'invalid',
      fields: expect.arrayContaining([expect.objectContaining({ field })]),
    });
    expect((await mailsTo('')).total).toBe(before);
  });

  test('that the server does not take throws, so that its job tries again', async () => {
    const nobody = await startMailbox({ smtpPort: 0, webPort: 0, folder: join(folder, 'nobody') });
    await nobody.close();
    const mailer = smtpMailer({ url: nobody.smtpUrl, from: 'noreply@example.jp', timeoutMs: 500 });
    await expect(mailer.send(mail())).rejects.toMatchObject({ code: 'ESOCKET' });
  });

  test('larger than the mailbox takes is refused to its sender, and not shown', async () => {
    await expect(send({ to: 'large@example.jp', text: 'x'.repeat(1_100_000) })).rejects.toMatchObject({
      responseCode: 552,
    });
    expect(await mailsTo('large@example.jp')).toMatchObject({ total: 0 });
  });

  test('whose sender breaks off in the middle is not kept, and the next one is', async () => {
    const socket = connect(Number(new URL(mailbox.smtpUrl).port), '127.0.0.1');
    let heard = '';
    socket.on('data', (chunk) => {
      heard += chunk.toString('utf8');
    });
    const lines = [
      'HELO x',
      'MAIL FROM:<a@example.jp>',
      'RCPT TO:<broken@example.jp>',
      'DATA',
      'Subject: half\r\n\r\nha',
    ];
    for (const [index, line] of lines.entries()) {
      await vi.waitFor(() => expect(heard.split('\r\n').length).toBeGreaterThan(index + 1), {
        timeout: 10_000,
        interval: 10,
      });
      socket.write(`${line}\r\n`);
    }
    expect(heard).toContain('354');
    socket.resetAndDestroy();
    await send({ to: 'broken@example.jp', subject: 'whole' });
    expect(await mailsTo('broken@example.jp')).toMatchObject({ total: 1, mails: [{ subject: 'whole' }] });
  });

  test('is kept over a restart', async () => {
    await send({ to: 'kept@example.jp', subject: 'kept' });
    await mailbox.close();
    mailbox = await startMailbox({ smtpPort: 0, webPort: 0, folder });
    expect(await mailsTo('kept@example.jp')).toMatchObject({ total: 1, mails: [{ subject: 'kept' }] });
  });
});

describe('the pages', () => {
  test('list the newest first, fifty a page, and only one address when asked', async () => {
    const shelf = openMailShelf(join(folder, 'many'));
    const received = { receivedAt: '2026-11-22T00:00:00.000Z', from: '', text: '', messageId: '' };
    for (let number = 1; number <= 51; number += 1) {
      shelf.put({ ...received, to: ['many@example.jp'], subject: `No. ${number}.` });
    }
    shelf.put({ ...received, to: ['other@example.jp'], subject: 'not theirs' });
    const pages = mailboxPages(shelf);
    const first = await (await pages.request('/?to=many@example.jp&lang=en')).text();
    expect(first).toMatch(/^<!DOCTYPE html>/);
    expect(first).toContain('51 mails');
    expect(first.indexOf('No. 51.')).toBeLessThan(first.indexOf('No. 50.'));
    expect(first).not.toContain('No. 1.');
    expect(first).not.toContain('not theirs');
    const older = /href="([^"]*page=2[^"]*)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const second = await (await pages.request(older)).text();
    expect(second).toContain('No. 1.');
    expect(second).not.toContain('No. 2.');
    shelf.close();
  });

  test('link http and https addresses only, and run nothing that a mail holds', async () => {
    const text =
      'See https://example.jp/a?b=1&c=2. <script>alert(1)</script> javascript:alert(1) "http://example.jp/x"';
    await send({ to: 'links@example.jp', subject: '<img src=x>', text });
    const page = await pageOf('links@example.jp');
    expect([...page.matchAll(/<a href="([^"]*)" rel/g)].map((match) => match[1])).toEqual([
      'https://example.jp/a?b=1&amp;c=2',
      'http://example.jp/x',
    ]);
    expect(page).not.toMatch(/<script|<img/);
  });

  test('say so when there is no such mail, and when there is none to an address', async () => {
    expect((await fetch(`${mailbox.url}/mails/none`)).status).toBe(404);
    expect(await (await fetch(`${mailbox.url}/?to=nobody@example.jp`)).text()).toContain(
      'nobody@example.jp 宛てのメールはまだありません',
    );
  });
});
