// Our whole page as HTML with an SVG ground, printed by Chromium with tags. It has no PDF/A and attaches nothing. It is given
// our layout: each line of text stands where ours does.
import { recordSheets } from '../../src/certificates/draw-record.ts';
import {
  type Form,
  type Inside,
  isShape,
  mmPerPoint,
  type PageModel,
  type PathShape,
  type PathStep,
  type Role,
  type Shape,
  type TextRun,
} from '../../src/paper/page.ts';
import { type Browser, safe } from './chromium.ts';
import type { Paper } from './content.ts';
import { outlinesOf } from './faces.ts';

// A line of no height has its baseline 0.436 em below its top with Noto Sans JP: half of ascent less descent. Our lines are
// set without kerning.
const style = `@page { size: A4; margin: 0 } body { margin: 0 }
  main { position: relative; width: 210mm; height: 297mm; overflow: hidden; break-after: page } main:last-child { break-after: auto }
  svg { position: absolute; left: 0; top: 0; width: 210mm; height: 297mm } svg.forms { width: 0; height: 0 } img { position: absolute }
  h1, h2, p, figure { margin: 0; height: 0; font-weight: normal } table { border-spacing: 0 } td, th { padding: 0; font-weight: normal }
  span { position: absolute; white-space: pre; line-height: 0; font-kerning: none; margin-top: -0.436em; transform-origin: 0 0.436em }`;

const elementOf: Readonly<Record<Role, string>> = {
  ...{ Sect: 'section', H1: 'h1', H2: 'h2', P: 'p', Table: 'table', TR: 'tr', TH: 'th', TD: 'td', Figure: 'figure' },
};

export async function wholeChromiumDrawer(browser: Browser): Promise<(paper: Paper) => Promise<Uint8Array>> {
  const print = await browser.printer(style, { preferCSSPageSize: true, printBackground: true, tagged: true });
  return ({ record, secrets }) => print(bodyOf(recordSheets(record, secrets)));
}

/** Each form once, whatever refers to it. */
type Forms = Map<Form, string>;

function bodyOf(sheets: readonly PageModel[]): string {
  const forms: Forms = new Map();
  const mains = sheets.map(({ parts }) => `<main>${partsOf(parts, forms)}</main>`);
  return `<svg class="forms"><defs>${[...forms.values()].join('')}</defs></svg>${mains.join('')}`;
}

/** Neighbouring shapes stand in one SVG, lines of text and pictures in HTML. */
function partsOf(parts: readonly Inside[], forms: Forms): string {
  const html: string[] = [];
  let drawn = '';
  const close = (): void => {
    if (drawn !== '') html.push(`<svg viewBox="0 0 210 297" aria-hidden="true">${drawn}</svg>`);
    drawn = '';
  };
  for (const part of parts) {
    if (isShape(part) && (part.kind === 'path' || part.kind === 'form' || (part.kind === 'text' && part.outlined))) {
      drawn += svgOf(part, forms);
      continue;
    }
    close();
    html.push(isShape(part) ? htmlOf(part) : elementWith(part, forms));
  }
  close();
  return html.join('');
}

function elementWith(part: Exclude<Inside, Shape>, forms: Forms): string {
  const inner = partsOf(part.inside, forms);
  if (part.role === 'Artifact') return inner;
  const said = part.role === 'Figure' ? ` role="img" aria-label="${safe(part.alt)}"` : '';
  return `<${elementOf[part.role]}${said}>${inner}</${elementOf[part.role]}>`;
}

function htmlOf(shape: Shape): string {
  if (shape.kind === 'text') return spanOf(shape);
  if (shape.kind !== 'picture') throw new Error(`a ${shape.kind} is no HTML`);
  const { x, y, width, height, png } = shape;
  const place = `left:${x}mm;top:${y}mm;width:${width}mm;height:${height}mm`;
  return `<img alt="" style="${place}" src="data:image/png;base64,${Buffer.from(png).toString('base64')}">`;
}

function spanOf({ x, y, text, size, face, ink, spacing, turn }: TextRun): string {
  const more = `${spacing ? `;letter-spacing:${spacing}mm` : ''}${turn ? `;rotate:${-turn}deg` : ''}`;
  return `<span style="left:${x}mm;top:${y}mm;font-size:${size}pt;font-family:${face};color:${ink}${more}">${safe(text)}</span>`;
}

function svgOf(shape: Shape, forms: Forms): string {
  if (shape.kind === 'path') return pathOf(shape);
  if (shape.kind === 'text') return outlined(shape);
  if (shape.kind === 'picture') throw new Error('a picture within a form');
  const { form, x, y, turn = 0, scale = 1 } = shape;
  if (!forms.has(form)) {
    const inner = form.shapes.map((each) => svgOf(each, forms)).join('');
    const { box } = form;
    const clip = `<clipPath id="${form.name}-box"><rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}"/></clipPath>`;
    forms.set(form, `${clip}<g id="${form.name}" clip-path="url(#${form.name}-box)">${inner}</g>`);
  }
  return `<use href="#${form.name}" transform="translate(${x} ${y}) rotate(${-turn}) scale(${scale})"/>`;
}

function outlined(run: TextRun): string {
  const { unit, outlines } = outlinesOf(run);
  const paths = outlines.map(({ path, x }) => `<path transform="translate(${x} 0)" d="${path.toSVG()}"/>`).join('');
  const scale = unit * mmPerPoint;
  const place = `translate(${run.x} ${run.y}) rotate(${-(run.turn ?? 0)}) scale(${scale} ${-scale})`;
  return `<g fill="${run.ink}" transform="${place}">${paths}</g>`;
}

function pathOf({ steps, stroke, fill }: PathShape): string {
  const dash = stroke?.dash ? ` stroke-dasharray="${stroke.dash.join(' ')}"` : '';
  const line = stroke ? ` stroke="${stroke.ink}" stroke-width="${stroke.width}"${dash}` : '';
  return `<path d="${steps.map(stepOf).join('')}" fill="${fill ?? 'none'}"${line}/>`;
}

function stepOf(step: PathStep): string {
  if (step.go === 'Z') return 'Z';
  if (step.go === 'C') return `C${step.x1} ${step.y1} ${step.x2} ${step.y2} ${step.x} ${step.y}`;
  return `${step.go}${step.x} ${step.y}`;
}
