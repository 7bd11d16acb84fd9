import { count, type PointResult, type Report, type State } from './report';

const MARKS: Record<State, string> = { ok: 'ok', warning: 'WARNING', failed: 'FAILED', skipped: 'skipped' };
const WIDTH = 110;

/** The report as text. */
export function asText(report: Report): string {
	const { doctor, node, platform, at, endpoint, authentication, checks, points } = report;
	const lines = [
		`n8n-nodes-ibm-sterling doctor ${doctor}, Node.js ${node} on ${platform}, ${at}`,
		`${endpoint}, authentication style ${authentication}`,
		'It holds no secrets and no data of the business, so it can be shared.',
	];
	for (const { title, findings } of checks) {
		lines.push('', title);
		for (const { state, text, advice } of findings) {
			lines.push(...wrapped(text, `  ${MARKS[state].padEnd(8)} `, ' '.repeat(11)));
			if (advice) lines.push(...wrapped(advice, `${' '.repeat(11)}-> `, ' '.repeat(14)));
		}
		if (findings.length === 0) lines.push('  ok       Nothing to say.');
	}
	lines.push('', 'What it says about Sterling, and the lines of docs/fidelity.md that this settles');
	for (const point of points) lines.push(...linesOf(point));
	const [failed, warnings, ok] = (['failed', 'warning', 'ok'] as const).map((state) => count(report, state));
	lines.push(
		'',
		`Result: ${failed} failed, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}, ${ok} ok.`,
		'',
	);
	return lines.join('\n');
}

function linesOf({ question, seen, note, settles }: PointResult): string[] {
	const said = [question, note].filter(Boolean).join(' ');
	const indent = ' '.repeat(17);
	return [
		...wrapped(said, `  ${seen.padEnd(14)} `, indent),
		...settles.map((line) => `${indent}· ${line} …`),
	];
}

function wrapped(text: string, first: string, next: string): string[] {
	const lines = [first];
	for (const word of text.split(' ')) {
		const line = lines[lines.length - 1];
		const isEmpty = line === first || line === next;
		if (!isEmpty && line.length + word.length + 1 > WIDTH) lines.push(next + word);
		else lines[lines.length - 1] = isEmpty ? line + word : `${line} ${word}`;
	}
	return lines;
}
