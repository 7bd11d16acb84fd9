import { pictureOf } from '../../../bench/picture';

const line = (group: 'faster' | 'overhead', label: string, value: number) => ({
	work: '',
	must: '',
	seen: '',
	bars: [{ group, label, value }],
});

test('each bar is as long as its value, within its group', () => {
	const svg = pictureOf([line('faster', 'A', 10), line('faster', 'B', 5), line('overhead', 'C', 1.1)]);
	const widths = [...svg.matchAll(/class="b"[^>]* width="([\d.]+)"/g)].map(([, width]) => Number(width));
	expect(widths[0] / widths[1]).toBeCloseTo(2);
	expect(svg).toContain('>10.0x<');
	expect(svg).toContain('>1.10x<');
	expect(svg.match(/class="t"/g)).toHaveLength(2);
});

test('a group without bars is left out, and labels cannot break the picture', () => {
	const svg = pictureOf([line('faster', '<b> & "quotes"', 2)]);
	expect(svg.match(/class="t"/g)).toHaveLength(1);
	expect(svg).toContain('&lt;b&gt; &amp; &quot;quotes&quot;');
	expect(svg).not.toContain('<b>');
});
