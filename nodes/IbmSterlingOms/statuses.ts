/** A row of the user's status map: what a status code, or all codes below it, means in his own terms. */
export interface StatusRule {
	/** A code, or a code with `.*` for itself and everything below it: `3700.*`. */
	status: string;
	/** Document type that the rule is for; empty means every one. */
	documentType?: string;
	state: string;
}

/** State of a code that no rule covers. It is said, never guessed. */
export const UNMAPPED = 'Unmapped';

/**
 * The user's state for a status code. The exact code wins over a prefix, a longer prefix over a shorter one, a rule
 * for the document type over one for all. Codes are compared by segments, as text: `3700.10` is not below `3700.1`.
 */
export function stateOf(code: string, documentType: string, rules: readonly StatusRule[]): string {
	let best: { rank: number; state: string } | undefined;
	for (const rule of rules) {
		if (rule.documentType && rule.documentType !== documentType) continue;
		const rank = rankOf(code, rule.status.trim());
		if (rank === undefined) continue;
		const precise = rank + (rule.documentType ? 0.5 : 0);
		if (!best || precise > best.rank) best = { rank: precise, state: rule.state };
	}
	return best?.state ?? UNMAPPED;
}

/** How closely a rule's status fits: the number of segments, and more for the very code; undefined if it does not. */
function rankOf(code: string, status: string): number | undefined {
	const segments = code.split('.');
	if (status === code) return segments.length * 2 + 1;
	if (!status.endsWith('.*')) return undefined;
	const prefix = status.slice(0, -2).split('.');
	return prefix.every((segment, i) => segments[i] === segment) ? prefix.length * 2 : undefined;
}

/** Status codes: four digits, and dotted segments that a company added (`1100.70.06.10`, `2100.M`). */
const CODE = /^\d{4}(\.\w+)*$/;

/** Whether an attribute holds a status code; on orders `Status` is a description, on shipments it is a code. */
export function isStatusCode(name: string, value: unknown): value is string {
	return typeof value === 'string' && name.endsWith('Status') && CODE.test(value);
}
