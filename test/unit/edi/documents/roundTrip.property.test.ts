import fc from 'fast-check';

import { DOCUMENT_TYPES, readDocument, writeDocument } from '../../../../edi/documents';
import { documents, RUNS } from './arbitrary';

const computed = ['lineCount', 'hashTotal', 'status', 'structure', 'total'];

describe.each(['004010', '005010'])('in %s', (version) => {
	test.each([...DOCUMENT_TYPES.keys()])('%s: what is written is read as it was', (type) => {
		fc.assert(
			fc.property(documents(type, version), (form) => {
				const { transaction } = writeDocument(form, { version });
				const { document } = readDocument(transaction, { version })!;
				expect(withoutComputed(document)).toEqual(withoutComputed(form));
				expect(writeDocument(document, { version }).transaction).toEqual(transaction);
			}),
			{ numRuns: RUNS },
		);
	});
});

function withoutComputed(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutComputed);
	if (typeof value !== 'object' || value === null) return value;
	const kept = Object.entries(value).filter(([name]) => !computed.includes(name));
	return Object.fromEntries(kept.map(([name, one]) => [name, withoutComputed(one)]));
}
