import { count, type CheckResult, type Finding, type PointResult, type Report, type State } from './report';
import { amount } from './words';

const MARKS: Record<State, string> = { ok: 'ok', warning: 'WARNING', failed: 'FAILED', skipped: 'skipped' };
const WIDTH = 110;
/** Checks that nearly all others need; the life of the login is the first of those. */
const FIRST = ['network', 'server', 'certificate', 'login'];
const NEXT = 'token';

/**
 * The report as text. Where one of the first checks failed, what could not be looked at any more is told in one line.
 * What failed stands at the end once more, since the report may be longer than the screen.
 */
export function asText(report: Report): string {
	const { doctor, node, platform, at, endpoint, authentication, checks, points } = report;
	const lines = [
		`n8n-nodes-ibm-sterling doctor ${doctor}, Node.js ${node} on ${platform}, ${at}`,
		`${endpoint}, authentication style ${authentication}`,
		'It holds no secrets and no data of the business, so it can be shared.',
	];
	const left = leftOut(checks);
	for (const check of checks.filter((one) => !left.includes(one))) {
		lines.push('', check.title, ...check.findings.flatMap((finding) => linesOfFinding(finding)));
		if (check.findings.length === 0) lines.push('  ok       Nothing to say.');
	}
	if (left.length > 0) {
		const titles = left.map(({ title }) => title).join(', ');
		lines.push('', ...wrapped(`${amount(left.length, 'check')} skipped: ${titles}.`, '', '  '));
	}
	const told = left.length > 0 ? points.filter(({ seen }) => seen !== 'could not tell') : points;
	if (told.length > 0) {
		lines.push('', 'What it says about Sterling, and the lines of docs/fidelity.md that this settles');
		lines.push(...told.flatMap(linesOfPoint));
	}
	const [failed, warnings, ok] = (['failed', 'warning', 'ok'] as const).map((state) => count(report, state));
	lines.push('', `Result: ${failed} failed, ${amount(warnings, 'warning')}, ${ok} ok.`);
	for (const { title, findings } of checks) {
		const failures = findings.filter(({ state }) => state === 'failed');
		lines.push(...failures.flatMap((finding) => linesOfFinding(finding, `${title}: `)));
	}
	return `${lines.join('\n')}\n`;
}

/** The checks that were skipped because one of the first failed, where it did; none where another login works. */
function leftOut(checks: CheckResult[]): CheckResult[] {
	const failed = checks.findIndex(
		({ id, findings }) => FIRST.includes(id) && findings.some(({ state }) => state === 'failed'),
	);
	if (failed === -1) return [];
	const skipped = checks
		.slice(failed + 1)
		.filter(({ findings }) => findings.length > 0 && findings.every(({ state }) => state === 'skipped'));
	return skipped.some(({ id }) => id === NEXT) ? skipped : [];
}

function linesOfFinding({ state, text, advice }: Finding, about = ''): string[] {
	return [
		...wrapped(about + text, `  ${MARKS[state].padEnd(8)} `, ' '.repeat(11)),
		...(advice ? wrapped(advice, `${' '.repeat(11)}-> `, ' '.repeat(14)) : []),
	];
}

function linesOfPoint({ question, seen, note, settles }: PointResult): string[] {
	const said = [question, note].filter(Boolean).join(' ');
	const indent = ' '.repeat(17);
	return [...wrapped(said, `  ${seen.padEnd(14)} `, indent), ...settles.map((line) => `${indent}· ${line} …`)];
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
