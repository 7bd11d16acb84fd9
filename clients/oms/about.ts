import type { Reading } from './answer';
import type { Call } from './call';
import { ServiceError } from '../../kit/errors';
import type { Document } from '../../kit/xml/document';
import type { Entity } from './entities';
import { rowsOf } from './paging';
import { rowOf } from './understand';

/**
 * What names a record in a document of the entity: its primary key, and what its natural key has of it. The owning
 * organization is left out where it only completes a key: Sterling may keep the record under the organization that
 * this one shares a catalog or customers with.
 */
export function namesOf({ key, natural: [number, ...scope] }: Entity, document: Document): Document {
	const names = [key, number, ...scope.filter((name) => name !== 'OrganizationCode')];
	return Object.fromEntries(names.flatMap((name) => (isText(document[name]) ? [[name, document[name]]] : [])));
}

/**
 * A response that names its record must name the one that was asked for: another one comes from a cache or a gateway on
 * the way, or of a filter that Sterling ignored. Attributes that the response does not have say nothing.
 * @throws ServiceError `badAnswer`; of a write nobody knows then what became of it
 */
export function assertAbout(call: Call, document: Document, { status }: Reading): void {
	if (!call.about) return;
	const row = rowOf(call);
	for (const record of row === undefined ? [document] : rowsOf(document, row)) {
		const other = Object.entries(call.about).find(([name, wanted]) => isOther(wanted, record[name]));
		if (other) throw another(call, other, record, status);
	}
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** Databases may compare without regard to case and trailing blanks. */
function isOther(wanted: unknown, found: unknown): boolean {
	return isText(wanted) && isText(found) && plain(wanted) !== plain(found);
}

const plain = (text: string) => text.trim().toLowerCase();

function another(
	{ api, root }: Call,
	[name, wanted]: [string, unknown],
	record: Document,
	httpStatus: number,
): ServiceError {
	const message = `The response to ${api} is about another ${root}: ${name} is "${String(record[name])}" instead of "${String(wanted)}".`;
	return new ServiceError('badAnswer', message, {
		api,
		httpStatus,
		hint: 'A cache or gateway on the way to Sterling may have returned the response to another request, or Sterling ignored the filter.',
		effect: 'unknown',
	});
}
