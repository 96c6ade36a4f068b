import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { styleSheets } from '../src/web/ui/assets.ts';
import { page } from '../src/web/ui/layout.tsx';
import { langs } from '../src/web/ui/words.ts';
import { galleryHtml } from './ui-gallery.tsx';

const publicFolder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'public');
const sections = ['firm', 'chamber', 'public'] as const;
const pages = langs.flatMap((lang) => sections.map((section) => ({ lang, section, html: galleryHtml(lang, section) })));

type Tag = { name: string; attributes: Map<string, string> };

/** The start tags of a page. The server escapes `>` and `"` in values, so a tag ends at its first `>`. */
function tagsOf(html: string): Tag[] {
  return [...html.matchAll(/<([a-z][a-z0-9]*)([^>]*)>/g)].map(([, name = '', rest = '']) => ({
    name,
    attributes: new Map(
      [...rest.matchAll(/([a-z-]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [key, value]),
    ),
  }));
}

const valuesOf = (tags: Tag[], attribute: string) =>
  tags.flatMap((tag) => tag.attributes.get(attribute)?.split(' ') ?? []).filter((value) => value !== '');

describe.each(pages)('the gallery in $lang for $section', ({ lang, section, html }) => {
  const tags = tagsOf(html);
  const ids = valuesOf(tags, 'id');

  test('is a whole document in its language, not in quirks mode', () => {
    expect(html.startsWith(`<!DOCTYPE html><html lang="${lang}">`)).toBe(true);
    expect(html.endsWith('</html>')).toBe(true);
    expect(tags.filter((tag) => tag.name === 'h1')).toHaveLength(1);
    expect(tags.filter((tag) => tag.name === 'main')).toHaveLength(1);
  });

  test('passes a policy without inline style and script', () => {
    const names = tags.flatMap((tag) => [...tag.attributes.keys()]);
    expect(names.filter((name) => name === 'style' || name.startsWith('on'))).toEqual([]);
    expect(tags.filter((tag) => tag.name === 'style')).toEqual([]);
    expect(tags.filter((tag) => tag.name === 'script' && !tag.attributes.get('src')?.startsWith('/assets/'))).toEqual(
      [],
    );
  });

  test('has each id once, and every reference leads to one', () => {
    expect(ids).toEqual([...new Set(ids)]);
    const references = ['for', 'aria-describedby', 'aria-labelledby', 'data-opens-dialog', 'form'];
    expect(references.flatMap((name) => valuesOf(tags, name)).filter((id) => !ids.includes(id))).toEqual([]);
    const places = valuesOf(tags, 'href').filter((href) => href.startsWith('#'));
    expect(places.length).toBeGreaterThan(4);
    expect(places.filter((href) => !ids.includes(href.slice(1)))).toEqual([]);
  });

  test('labels every control, and says of every typed one whether the browser may fill it in', () => {
    const controls = tags.filter(
      (tag) => ['input', 'select', 'textarea'].includes(tag.name) && tag.attributes.get('type') !== 'hidden',
    );
    expect(controls.length).toBeGreaterThan(12);
    const labelled = valuesOf(tags, 'for');
    expect(controls.filter((tag) => !labelled.includes(tag.attributes.get('id') ?? ''))).toEqual([]);
    const chosen = ['radio', 'checkbox', 'file'];
    const typed = controls.filter((tag) => !chosen.includes(tag.attributes.get('type') ?? ''));
    expect(typed.filter((tag) => !tag.attributes.has('autocomplete'))).toEqual([]);
  });

  test('ties each error to its control', () => {
    const wrong = tags.filter((tag) => tag.attributes.has('aria-invalid'));
    expect(wrong.map((tag) => tag.attributes.get('name'))).toEqual(['consignee.country', 'shipment.day', 'oath']);
    for (const tag of wrong) {
      const id = tag.attributes.get('id');
      expect(tag.attributes.get('aria-describedby')?.split(' ')).toContain(`${id}-error`);
    }
  });

  test('shows typed text as text', () => {
    expect(html).not.toContain('<b>');
    expect(html).toContain('&lt;b&gt;&quot;A&amp;B&quot;&lt;/b&gt;');
  });

  test('switches the language and comes back here, by a form that needs no script', () => {
    const [, form = ''] = /<form method="post" action="\/language"[^>]*>(.*?)<\/form>/.exec(html) ?? [];
    expect(form).toContain(`name="lang" value="${lang === 'ja' ? 'en' : 'ja'}"`);
    expect(form).toContain('name="back" value="/gallery?filter=a&amp;b=&lt;c&gt;"');
  });

  test('shows strangers no menu, no brand and nobody', () => {
    const shown = section !== 'public';
    expect(html.includes('class="wordmark"')).toBe(shown);
    expect(html.includes('class="menu"')).toBe(shown);
    expect(html.includes('action="/sign-out"')).toBe(shown);
  });
});

test('a page with an asynchronous part is refused rather than sent as [object Promise]', () => {
  expect(() => page({ toString: () => Promise.resolve('<html></html>') })).toThrow(TypeError);
});

const tokens = readFileSync(
  createRequire(import.meta.url).resolve('@digital-go-jp/design-tokens/dist/tokens.css'),
  'utf8',
);
const ownSheets = styleSheets.filter((file) => file !== 'tokens.css');
const css = ownSheets.map((file) => readFileSync(join(publicFolder, file), 'utf8')).join('\n');

/** A custom property's colour as `#rrggbb`, through aliases. */
function colour(name: string): string {
  const value = new RegExp(`${name}: ([^;]+);`).exec(css + tokens)?.[1] ?? '';
  const alias = /^var\((--[a-z0-9-]+)\)$/.exec(value)?.[1];
  return alias === undefined ? value : colour(alias);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The contrast ratio of WCAG 2. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(colour(one)), luminance(colour(other))].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

test.each([
  ['--ink', '--ground-quiet'],
  ['--ink-quiet', '--ground-quiet'],
  ['--act', '--act-pale'],
  ['--act-over', '--act-pale'],
  ['--ground', '--act'],
  ['--ground', '--stop'],
  ['--stop', '--stop-pale'],
  ['--done', '--done-pale'],
  ['--turn', '--turn-pale'],
])('text in %s on %s has the contrast 4.5:1 of JIS X 8341-3 level AA', (text, ground) => {
  expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
});

test.each([['--edge'], ['--stop'], ['--act']])(
  'the edge of a control in %s has the contrast 3:1 (WCAG 1.4.11)',
  (edge) => {
    expect(contrast(edge, '--ground')).toBeGreaterThanOrEqual(3);
  },
);

test('the style sheets use only properties that exist, and load nothing from another host', () => {
  const used = [...css.matchAll(/var\((--[a-z0-9-]+)\)/g)].map(([, name = '']) => name);
  expect(used.length).toBeGreaterThan(50);
  expect(used.filter((name) => !`${css}${tokens}`.includes(`${name}:`))).toEqual([]);
  const urls = [...css.matchAll(/url\(([^)]+)\)/g)].map(([, url = '']) => url);
  expect(urls.filter((url) => !existsSync(join(publicFolder, url)))).toEqual([]);
});

test('the type faces come with their licence and are no larger than a page can bear', () => {
  expect(readFileSync(join(publicFolder, 'fonts', 'OFL.txt'), 'utf8')).toContain('SIL Open Font License');
  const files = readdirSync(join(publicFolder, 'fonts')).filter((name) => name.endsWith('.woff2'));
  expect(files).toHaveLength(4);
  const size = (name: string) => readFileSync(join(publicFolder, 'fonts', name)).byteLength;
  expect(files.filter((name) => size(name) > (name.includes('core') ? 250_000 : 900_000))).toEqual([]);
});
