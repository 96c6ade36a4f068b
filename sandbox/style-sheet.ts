/** The one style sheet of all sandbox pages. Looks like no real card company on purpose: nobody may mistake it for one. */
export const styleSheet = `
:root { color-scheme: light; --ink: #1a1a1c; --quiet: #4d4d52; --rule: #767680; --pale: #f3f3f6; --act: #0031d8; --bad: #b00020; --sandbox: #8a4b00; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: #fff; font: 16px/1.7 "Noto Sans JP", "Hiragino Sans", "Yu Gothic UI", Meiryo, system-ui, sans-serif; line-break: strict; overflow-wrap: anywhere; }
.banner { margin: 0; padding: .5rem 1rem; background: var(--sandbox); color: #fff; font-weight: 700; text-align: center; }
main { max-width: 34rem; margin: 0 auto; padding: 1rem; }
main:has(table.list) { max-width: 72rem; }
h1 { font-size: 1.375rem; line-height: 1.4; margin: 1rem 0 .5rem; }
h2 { font-size: 1.125rem; line-height: 1.4; margin: 2rem 0 .5rem; }
p { margin: .5rem 0; }
a { color: var(--act); text-underline-offset: .2em; }
.amount { font-size: 1.75rem; font-weight: 700; font-variant-numeric: tabular-nums; margin: 0; }
.quiet { color: var(--quiet); font-size: .875rem; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1rem; }
.field { margin: 1rem 0; }
.field label { display: block; font-weight: 700; }
.field .quiet { margin: 0; }
input, select { font: inherit; color: inherit; width: 100%; min-height: 3rem; padding: .25rem .75rem; border: 1px solid var(--rule); border-radius: 6px; background: #fff; }
input[type=email] { max-width: 28rem; }
input[aria-invalid=true] { border: 2px solid var(--bad); }
.wrong { color: var(--bad); margin: .25rem 0 0; }
.alert { border: 2px solid var(--bad); border-radius: 6px; padding: .5rem 1rem; margin: 1rem 0; }
.alert h2 { margin: 0; font-size: 1rem; color: var(--bad); }
.alert ul { margin: .25rem 0; padding-left: 1.25rem; }
button { font: inherit; font-weight: 700; min-height: 3rem; padding: .25rem 1.5rem; border-radius: 6px; border: 1px solid var(--act); background: var(--act); color: #fff; cursor: pointer; }
button.plain { background: #fff; color: var(--act); }
button.wide { width: 100%; }
.choices { display: flex; flex-wrap: wrap; gap: 1rem; margin: 1rem 0; }
a:focus-visible, button:focus-visible, input:focus-visible, select:focus-visible { outline: 3px solid #ffd43d; outline-offset: 2px; box-shadow: 0 0 0 2px #000; }
.code { font-size: 1.75rem; font-weight: 700; letter-spacing: .2em; font-variant-numeric: tabular-nums; background: var(--pale); padding: .25rem .75rem; border-radius: 6px; display: inline-block; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; line-height: 1.4; }
th, td { text-align: left; vertical-align: top; padding: .5rem; border-bottom: 1px solid #d8d8db; }
td.number { font-variant-numeric: tabular-nums; white-space: nowrap; }
caption { text-align: left; font-weight: 700; padding: 1.5rem 0 .5rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; }
dt { color: var(--quiet); }
dd { margin: 0; }
.mail { white-space: pre-wrap; border-top: 1px solid #d8d8db; padding-top: 1rem; }
`;
