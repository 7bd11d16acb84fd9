import type { Bar, Line } from './report';

const WIDTH = 760;
const LEFT = 330;
const RIGHT = 90;
const ROW = 26;
const HEAD = 46;
const GAP = 22;

const GROUPS: Record<Bar['group'], string> = {
	faster: 'Times as fast as the alternative',
	overhead: 'Time relative to a bare connection pool that makes the same calls (1.0 = no overhead)',
};

/** The bars of a run as a picture for the README, in light and in dark. */
export function pictureOf(lines: readonly Line[]): string {
	const bars = lines.flatMap(({ bars: own }) => own ?? []);
	const groups = (Object.keys(GROUPS) as Array<Bar['group']>)
		.map((group) => ({ title: GROUPS[group], bars: bars.filter((bar) => bar.group === group) }))
		.filter((group) => group.bars.length > 0);
	let top = 0;
	const parts = groups.map(({ title, bars: own }) => {
		const part = groupOf(title, own, top);
		top += HEAD + own.length * ROW + GAP;
		return part;
	});
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${top}" viewBox="0 0 ${WIDTH} ${top}" role="img" aria-label="Measured: ${escaped(bars.map(({ label, value }) => `${label} ${value.toFixed(2)}x`).join(', '))}">`,
		'<style>text{font:13px system-ui,sans-serif;fill:#24292f}.t{font-weight:600}.b{fill:#0f62fe}.a{stroke:#8c959f}',
		'@media(prefers-color-scheme:dark){text{fill:#e6edf3}.b{fill:#78a9ff}.a{stroke:#6e7681}}</style>',
		...parts,
		'</svg>',
		'',
	].join('\n');
}

function groupOf(title: string, bars: readonly Bar[], top: number): string {
	const most = Math.max(1, ...bars.map(({ value }) => value));
	const scale = (value: number) => (value / most) * (WIDTH - LEFT - RIGHT);
	const bottom = top + HEAD + bars.length * ROW;
	const one = (LEFT + scale(1)).toFixed(1);
	return [
		`<text class="t" x="0" y="${top + 22}">${escaped(title)}</text>`,
		...bars.map(({ label, value }, index) => {
			const y = top + HEAD + index * ROW;
			const width = scale(value);
			return (
				`<text x="${LEFT - 10}" y="${y + 15}" text-anchor="end">${escaped(label)}</text>` +
				`<rect class="b" x="${LEFT}" y="${y + 3}" width="${width.toFixed(1)}" height="16" rx="2"/>` +
				`<text x="${(LEFT + width + 8).toFixed(1)}" y="${y + 16}">${value.toFixed(value < 2 ? 2 : 1)}x</text>`
			);
		}),
		`<path class="a" d="M${one} ${top + HEAD - 4}V${bottom}" stroke-dasharray="3 3"/>`,
	].join('\n');
}

const escaped = (text: string) =>
	text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
