import { EdiError } from '../../../edi';
import type { FormProblem } from '../../../edi/documents';
import { ServiceError } from '../../../kit/errors';
import { type Entered } from '../fields/entered';
import type { Settled } from './settle';

type Fields = Settled['entered'];

/** Most problems that the message spells out. */
const SPELLED_OUT = 5;

/** What to do about lists that a document cannot be without. */
const LISTS: Readonly<Record<string, string>> = {
	lines: 'Lines is empty: add a line',
	parties: 'Parties is empty: add a party',
	shipment: 'Lines is empty: add a line',
};

const EXPRESSION = 'Check the expression and the item.';
const NUMBER = 'Use digits with a point for decimals, such as 9.90, and no currency.';

/** Writes a form of the editor; what it refuses is named by the labels of the fields. @throws ServiceError for all of it */
export function inFormWords<T>(fields: Fields, write: () => T): T {
	try {
		return write();
	} catch (error) {
		if (!(error instanceof EdiError) || error.diagnostics.length === 0) throw error;
		const problems = error.diagnostics as FormProblem[];
		const sentences = problems.map((problem) => sentenceOf(problem, fields));
		const [spelled, others] = [sentences.slice(0, SPELLED_OUT), sentences.slice(SPELLED_OUT)];
		const message = spelled.join('; ') + (others.length > 0 ? `; and ${others.length} more` : '');
		const hint = [...new Set(problems.flatMap((problem) => hintOf(problem, fields)))].join(' ') || undefined;
		throw new ServiceError('invalidInput', message, {
			hint,
			others: others.map((description) => ({ description })),
			effect: 'none',
		});
	}
}

function sentenceOf({ path, reason, value }: FormProblem, fields: Fields): string {
	const lacks = reason.startsWith('is required');
	if (lacks && Object.hasOwn(LISTS, path)) return LISTS[path];
	const entered = fields.get(path);
	const label = labelOf(path, fields);
	if (lacks && entered?.isExpression) return `${label} is empty: its expression returns nothing`;
	if (lacks && !entered) {
		const names = fieldsIn(path, fields).map(({ labels }) => labels[labels.length - 1]);
		if (names.length > 0) return `${label}: fill in ${oneOf([...new Set(names)])}`;
	}
	if (value === undefined) return `${label} ${withLabels(reason, path, fields)}`;
	return reason.startsWith('must') ? `${label} ${reason}, got "${value}"` : `${label}: "${value}" ${reason}`;
}

function hintOf({ path, reason }: FormProblem, fields: Fields): string[] {
	if (reason === 'is not a number') return [NUMBER];
	return reason.startsWith('is required') && fields.get(path)?.isExpression ? [EXPRESSION] : [];
}

/** The labels that lead to a member; a member without a field of its own is named below the last field around it. */
function labelOf(path: string, fields: Fields): string {
	for (let at = path; at !== ''; at = around(at)) {
		const own = fields.get(at);
		if (own) return own.labels.join(' → ');
		const shared = sharedLabels(fieldsIn(at, fields));
		if (shared.length > 0) return [...shared, path.slice(at.length).replace(/^\./, '')].filter(Boolean).join(' → ');
	}
	return path;
}

/** The path without its last step. */
const around = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('.'), path.lastIndexOf('[')));

function fieldsIn(path: string, fields: Fields): Entered[] {
	return [...fields].flatMap(([at, entered]) =>
		at.startsWith(path) && /^[.[]/.test(at.slice(path.length)) ? [entered] : [],
	);
}

/** The labels around all of the fields. */
function sharedLabels(all: readonly Entered[]): readonly string[] {
	const [first = [], ...others] = all.map(({ labels }) => labels.slice(0, -1));
	const end = first.findIndex((label, at) => others.some((labels) => labels[at] !== label));
	return end === -1 ? first : first.slice(0, end);
}

/** Another member that a reason names, by its label. */
function withLabels(reason: string, path: string, fields: Fields): string {
	return reason.replace(/(?<=^is required with )\w+$/, (name) => {
		const labels = fields.get(`${around(path)}.${name}`)?.labels ?? [name];
		return labels[labels.length - 1];
	});
}

const oneOf = (names: readonly string[]) =>
	names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} or ${names[names.length - 1]}`;
