import {
	acknowledgementsIn,
	matchAcknowledgements,
	read,
	type DocumentAcknowledgement,
	type SentDocument,
} from '../../../edi';
import type { Row } from '../../../kit/n8n/items';
import type { RunContext } from '../operation';
import { objectsOf } from './json';
import { sourceOf } from './source';
import { optionOf } from './optionOf';

/** Says of each sent document what the acknowledgements of the input say of it, and what they say of others. */
export async function matchAcknowledgement(context: RunContext): Promise<Row[]> {
	const { parameters, hint } = context;
	const received = acknowledgementsIn(read(await sourceOf(context)));
	if (received.length === 0) hint('The input has no acknowledgements (997, 999 or TA1).');
	const sent = objectsOf(parameters.raw('sentDocuments'), 'Sent Documents').map(sentDocument);
	const { documents, unmatched } = matchAcknowledgements(sent, received);
	const isWanted = optionOf(parameters, 'includeUnacknowledged', false);
	return [
		...documents
			.filter(({ acknowledgements }) => isWanted || acknowledgements.length > 0)
			.map(({ document, status, acknowledgements }) => ({
				isMatched: acknowledgements.length > 0,
				status,
				...document.row,
				acknowledgements: acknowledgements.map(said),
			})),
		...unmatched.map(({ status, ...acknowledgement }) => ({
			isMatched: false,
			status,
			acknowledgements: [acknowledgement],
		})),
	];
}

/** What an acknowledgement says of one document, without what it says of others. */
function said({ acknowledgement, status, set, isContradictory }: DocumentAcknowledgement): Row {
	const { code, type, from } = acknowledgement;
	return {
		type,
		from,
		status,
		code,
		...(acknowledgement.type === 'TA1'
			? { note: acknowledgement.note }
			: { counts: acknowledgement.counts, groupErrorCodes: acknowledgement.errorCodes }),
		...(set ? { setCode: set.code, errorCodes: set.errorCodes, errors: set.errors } : {}),
		isContradictory,
	};
}

/** A document as Create Interchange noted it, with all that the user keeps beside that. */
type Noted = SentDocument & { row: Row };

function sentDocument(row: Row, index: number): Noted {
	const text = (name: string) => {
		const value = row[name];
		return value === undefined || value === null ? '' : String(value).trim();
	};
	const missing = ['functionalId', 'groupControlNumber', 'controlNumber'].filter((name) => text(name) === '');
	const partner = partnerOf(row);
	if (partner.id === '') missing.unshift('partner');
	if (missing.length > 0) throw new TypeError(`Sent Documents, entry ${index + 1}, lacks ${missing.join(', ')}`);
	for (const name of ['groupControlNumber', 'interchangeControlNumber']) {
		// A spreadsheet may have made something else of it.
		if (/^\d*$/.test(text(name))) continue;
		throw new TypeError(`Sent Documents, entry ${index + 1}: ${name} "${text(name)}" is not a control number`);
	}
	return {
		partner,
		functionalId: text('functionalId').toUpperCase(),
		groupControlNumber: text('groupControlNumber'),
		controlNumber: text('controlNumber'),
		interchangeControlNumber: text('interchangeControlNumber') || undefined,
		row,
	};
}

/** A table has no objects, so the partner may be an ID alone. */
function partnerOf({ partner }: Row): SentDocument['partner'] {
	if (typeof partner !== 'object' || partner === null) return { id: String(partner ?? '').trim() };
	const { id, qualifier } = partner as { id?: unknown; qualifier?: unknown };
	return { id: String(id ?? '').trim(), ...(qualifier ? { qualifier: String(qualifier) } : {}) };
}
