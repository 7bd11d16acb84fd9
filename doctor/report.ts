/** How one thing was found. `failed`: the pack will not work; `warning`: something in it will not, or may not. */
export type State = 'ok' | 'warning' | 'failed' | 'skipped';

/** One thing that a check has to say, in plain words; `advice` is what to do about it. */
export interface Finding {
	state: State;
	text: string;
	advice?: string;
}

/** What one check found. Times are in milliseconds. */
export interface CheckResult {
	id: string;
	title: string;
	findings: Finding[];
	ms: number;
}

export type Seen = 'yes' | 'no' | 'unknown';

/** What this run says about a fact that the pack relies on. */
export interface PointResult {
	/** The id of the fact in docs/fidelity.md. */
	id: string;
	question: string;
	seen: Seen;
	/** Why, where "yes" or "no" is not the whole of it. */
	note?: string;
}

/** All that a run found. It holds no secrets, and no data of the instance beyond counts and codes. */
export interface Report {
	doctor: string;
	node: string;
	platform: string;
	/** ISO 8601, UTC. */
	at: string;
	/** The endpoint, masked unless the host may be shown. */
	endpoint: string;
	authentication: string;
	checks: CheckResult[];
	points: PointResult[];
}

/** How many findings there are of a state. */
export function count({ checks }: Pick<Report, 'checks'>, state: State): number {
	return checks.flatMap(({ findings }) => findings).filter((finding) => finding.state === state).length;
}
