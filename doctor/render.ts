import { count, type CheckResult, type Finding, type PointResult, type Report, type State } from './report';
import { amount } from './words';

const MARKS: Record<State, string> = { ok: 'ok', warning: 'WARNING', failed: 'FAILED', skipped: 'skipped' };
const WIDTH = 110;
/** Checks that nearly all others need; the life of the login is the first of those. */
const FIRST = ['network', 'server', 'certificate', 'login'];
const NEXT = 'token';

/**
 * The report as text: the result first, with what failed and what to do about it, then each check. Where one of the
 * first checks failed, those that could not run are named in one line. With `facts`, what the run says about each fact
 * of docs/fidelity.md.
 */
export function asText(report: Report, { facts = false }: { facts?: boolean } = {}): string {
	const { doctor, node, platform, at, endpoint, authentication, checks, points } = report;
	const [failed, warnings, ok] = (['failed', 'warning', 'ok'] as const).map((state) => count(report, state));
	const lines = [`Result: ${failed} failed, ${amount(warnings, 'warning')}, ${ok} ok.`];
	for (const state of ['failed', 'warning'] as const) {
		for (const { title, findings } of checks) {
			const found = findings.filter((finding) => finding.state === state);
			lines.push(...found.flatMap((finding) => linesOfFinding(finding, `${title}: `)));
		}
	}
	lines.push(
		'',
		`n8n-nodes-ibm-sterling doctor ${doctor}, Node.js ${node} on ${platform}, ${at}`,
		`${endpoint}, authentication style ${authentication}`,
		'This report contains no secrets and no business data, so you can share it.',
	);
	const left = leftOut(checks);
	for (const check of checks.filter((one) => !left.includes(one))) {
		const said = check.findings.filter(({ state }) => state === 'ok' || state === 'skipped');
		const rest = check.findings.length - said.length;
		lines.push('', check.title, ...said.flatMap((finding) => linesOfFinding(finding)));
		if (rest > 0) lines.push(`  ${rest === 1 ? 'See the line' : `See the ${rest} lines`} above.`);
		else if (said.length === 0) lines.push('  ok       Nothing to report.');
	}
	if (left.length > 0) {
		const titles = left.map(({ title }) => title).join(', ');
		lines.push('', ...wrapped(`${amount(left.length, 'check')} skipped: ${titles}.`, '', '  '));
	}
	if (facts) {
		const known = left.length > 0 ? points.filter(({ seen }) => seen !== 'unknown') : points;
		lines.push('', 'Facts about Sterling, with their ids in docs/fidelity.md', ...known.flatMap(linesOfPoint));
	} else {
		lines.push(
			'',
			...wrapped('Run it with --facts to see what it says about each fact that the package relies on.', '', '  '),
		);
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

function linesOfPoint({ id, question, seen, note }: PointResult): string[] {
	const said = [question, note, `[${id}]`].filter(Boolean).join(' ');
	return wrapped(said, `  ${seen.padEnd(14)} `, ' '.repeat(17));
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
