import { EdiError } from '../../../edi';
import type { FormProblem } from '../../../edi/documents';
import { ServiceError } from '../../../kit/errors';
import { excelDay, excelHint } from '../../../kit/n8n/fields/excelDate';
import { FormLabels } from './formLabels';
import type { Settled } from './settle';

/** Most problems that the message spells out, and most that are put into words at all. */
const SPELLED_OUT = 5;
const WORDED = 50;

/** What to do about lists that a document cannot be without. */
const LISTS: Readonly<Record<string, string>> = {
	lines: 'Lines is empty: add a line',
	parties: 'Parties is empty: add a party',
	shipment: 'Lines is empty: add a line',
};

const EXPRESSION = 'Check the expression and the item.';
const NUMBER = 'Use digits with a point for decimals, such as 9.90, and no currency.';

/** Writes a form of the editor; what it refuses is named by the labels of the fields. @throws ServiceError for all of it */
export function inFormWords<T>(settled: Settled, write: () => T): T {
	try {
		return write();
	} catch (error) {
		if (!(error instanceof EdiError) || error.diagnostics.length === 0) throw error;
		throw worded(error.diagnostics as FormProblem[], new FormLabels(settled));
	}
}

function worded(all: readonly FormProblem[], labels: FormLabels): ServiceError {
	const problems = all.slice(0, WORDED);
	const sentences = [...new Set(problems.map((problem) => sentenceOf(problem, labels)))];
	const more = sentences.length + all.length - problems.length - SPELLED_OUT;
	const message = sentences.slice(0, SPELLED_OUT).join('; ') + (more > 0 ? `; and ${more} more` : '');
	const hints = new Set(problems.flatMap((problem) => hintOf(problem, labels)));
	return new ServiceError('invalidInput', message, {
		hint: [...hints].join(' ') || undefined,
		others: sentences.slice(SPELLED_OUT).map((description) => ({ description })),
		effect: 'none',
	});
}

function sentenceOf({ path, reason, value }: FormProblem, labels: FormLabels): string {
	const label = labels.of(path);
	if (isLack(reason)) {
		if (Object.hasOwn(LISTS, path)) return LISTS[path];
		const field = labels.field(path);
		if (field?.isExpression) return `${label} is empty: its expression returns nothing`;
		const names = field ? [] : labels.namesIn(path);
		if (names.length > 0) return `${label}: fill in ${oneOf(names)}`;
		return `${label} ${reason.replace(/(?<=^is required with )\w+$/, (name) => labels.beside(path, name))}`;
	}
	if (value === undefined) return `${label} ${reason}`;
	return reason.startsWith('must') ? `${label} ${reason}, got "${value}"` : `${label}: "${value}" ${reason}`;
}

const isLack = (reason: string) => reason.startsWith('is required');

function hintOf({ path, reason, value = '' }: FormProblem, labels: FormLabels): string[] {
	if (reason === 'is not a number') return [NUMBER];
	const day = reason.startsWith('must be a date') ? excelDay(value) : undefined;
	if (day !== undefined) return [excelHint(day)];
	return isLack(reason) && labels.field(path)?.isExpression ? [EXPRESSION] : [];
}

const oneOf = (names: readonly string[]) =>
	names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} or ${names[names.length - 1]}`;
