import { redactText } from '../kit/http/redact';
import type { ServiceError } from '../kit/errors';
import { MASKED_HOST } from './address';
import { POINTS, type Point, type PointId } from './points';
import type { Finding, PointResult, Seen, State } from './report';
import { inWords } from './words';

/** What a run has found so far. Every text passes the mask before it is kept. */
export class Notes {
	private findings: Finding[] = [];
	private readonly seenPoints = new Map<PointId, { seen: Seen; note?: string }>();

	constructor(private readonly mask: (text: string) => string) {}

	ok(text: string): void {
		this.add('ok', text);
	}

	warning(text: string, advice?: string): void {
		this.add('warning', text, advice);
	}

	failed(text: string, advice?: string): void {
		this.add('failed', text, advice);
	}

	skipped(text: string): void {
		this.add('skipped', text);
	}

	/** An error, in words that may be shared. */
	error(state: 'warning' | 'failed', about: string, error: unknown): void {
		const { text, advice } = inWords(error);
		this.add(state, `${about}${text}`, advice);
	}

	/** Answers one of the questions. */
	seen(point: PointId, seen: boolean | undefined, note?: string): void {
		const said = seen === undefined ? 'unknown' : seen ? 'yes' : 'no';
		this.seenPoints.set(point, { seen: said, note: note && this.mask(note) });
	}

	/** Answers one with the refusal of its call: "no", unless only this login may not call it. */
	refusedPoint(point: PointId, refusal: ServiceError): void {
		if (refusal.category === 'permission') this.seen(point, undefined, 'It is not granted to this login.');
		else this.seen(point, false, inWords(refusal).text);
	}

	/** The findings since they were last taken. */
	take(): Finding[] {
		const taken = this.findings;
		this.findings = [];
		return taken;
	}

	/** All questions, with the findings of this run. */
	points(): PointResult[] {
		return Object.entries<Point>(POINTS).map(([id, { question, unseen }]) => {
			const answer = this.seenPoints.get(id as PointId) ?? {
				seen: 'unknown' as const,
				note: unseen ?? 'The check was not reached, or was refused.',
			};
			return { id, question, ...answer };
		});
	}

	private add(state: State, text: string, advice?: string): void {
		this.findings.push({ state, text: this.mask(text), ...(advice ? { advice: this.mask(advice) } : {}) });
	}
}

/**
 * Masks secrets in a text, and what else must not be shared: `names` (login, enterprise) where they stand alone, and
 * the host, unless it may be shown.
 */
export function maskOf(secrets: string[], names: string[], host: string | undefined): (text: string) => string {
	const words = names.filter((name) => name !== '').map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
	const alone = words.length > 0 ? new RegExp(`(?<!\\w)(?:${words.join('|')})(?!\\w)`, 'g') : undefined;
	return (text) => {
		const clean = redactText(text, secrets);
		const nameless = alone ? clean.replace(alone, '***') : clean;
		if (!host) return nameless;
		// Names of hosts are written in any case, and longest first: with the port before without.
		return [host, host.replace(/:\d+$/, '')].reduce(
			(masked, name) => masked.replace(new RegExp(name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'gi'), MASKED_HOST),
			nameless,
		);
	};
}
