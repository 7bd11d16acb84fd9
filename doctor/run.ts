import { forgetCustomFields, secretsOf } from '../clients/oms';
import { closeAllPools } from '../kit/http/pools';
import { ServiceError } from '../kit/errors';
import { version } from '../package.json';
import { hostOf, maskedRoot, originOf } from './address';
import { CHECKS } from './checks';
import { maskOf, Notes } from './notes';
import type { CheckResult, Report } from './report';
import type { Settings } from './settings';
import { Visit, type Ability, type Check } from './visit';

const NEEDS: Record<Ability, string> = {
	login: 'It requires a working login.',
	orders: 'It needs getOrderList.',
	getPage: 'It needs getPage.',
};
/** All checks together end within a minute. */
const LIMIT_MS = 50_000;

export interface RunOptions {
	showHost?: boolean;
	/** Told the title of each check before it runs. */
	onCheck?: (title: string) => void;
	/** Most time for all checks, in milliseconds. */
	limitMs?: number;
}

/**
 * Runs every check against one instance, one after another, and never throws for what it finds. Sends reads only, and
 * each of them once.
 */
export async function examine(
	settings: Settings,
	{ showHost = false, onCheck, limitMs = LIMIT_MS }: RunOptions = {},
): Promise<Report> {
	const { connection, enterprise = '' } = settings;
	const { authentication, endpoint } = connection;
	const mask = maskOf(secretsOf(connection), [connection.loginId, enterprise], showHost ? undefined : hostOf(endpoint));
	const notes = new Notes(mask);
	const visit = new Visit(settings, AbortSignal.timeout(limitMs));
	const checks: CheckResult[] = [];
	// What an earlier run in this process found out would hide what is true now.
	forgetCustomFields();
	try {
		for (const check of CHECKS) {
			const { id, title } = check;
			onCheck?.(title);
			const started = performance.now();
			await runOne(check, visit, notes);
			checks.push({ id, title, findings: notes.take(), ms: Math.round(performance.now() - started) });
		}
	} finally {
		await closeAllPools();
	}
	return {
		doctor: version,
		node: process.version,
		platform: process.platform,
		at: new Date().toISOString(),
		endpoint: showHost ? originOf(endpoint).url : maskedRoot(endpoint),
		authentication,
		checks,
		points: notes.points(),
	};
}

async function runOne(check: Check, visit: Visit, notes: Notes): Promise<void> {
	if (visit.signal.aborted) return notes.skipped('The time limit was reached before this check.');
	// The clock needs nothing but an answer.
	if (visit.isOver && check.id !== 'clock') return notes.skipped('No earlier check reached the server.');
	if (check.needs && !visit.abilities.has(check.needs)) return notes.skipped(NEEDS[check.needs]);
	try {
		await check.run(visit, notes);
	} catch (error) {
		const isTime = error instanceof ServiceError && error.category === 'cancelled';
		if (isTime) notes.warning('It did not finish in time.', 'Run it again when the server is less busy.');
		else notes.error('failed', '', error);
	}
}
