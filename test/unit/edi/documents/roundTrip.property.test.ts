import fc from 'fast-check';

import { check, interchange, read, write } from '../../../../edi';
import { DOCUMENT_TYPES, readDocument, writeDocument } from '../../../../edi/documents';
import { documents, RUNS } from './arbitrary';

const envelope = {
	sender: { qualifier: 'ZZ', id: 'AURORA' },
	receiver: { qualifier: '01', id: '123456789' },
	controlNumber: '17',
	date: '20261127',
	time: '1430',
};
const computed = ['lineCount', 'hashTotal', 'status', 'structure', 'total'];

describe.each(['004010', '005010'])('in %s', (version) => {
	test.each([...DOCUMENT_TYPES.keys()])(
		'%s: a form by chance is written as a document that the checker has nothing against, and read as it was',
		(type) => {
			fc.assert(
				fc.property(documents(type, version), (form) => {
					const { transaction } = writeDocument(form, { version });
					const { text } = write(interchange({ ...envelope, version, transactions: [transaction] }));
					const reading = read(text);
					const errors = check(reading).filter(({ severity }) => severity === 'error');
					expect(errors.map(({ segment, element, message }) => `${segment}${element ?? ''}: ${message}`)).toEqual([]);
					const written = readDocument(transaction, { version })!;
					const [received] = reading.interchanges[0].groups[0].transactions;
					expect(readDocument(received, { version })).toEqual(written);
					expect(withoutComputed(written.document)).toEqual(withoutComputed(form));
					expect(writeDocument(written.document, { version }).transaction).toEqual(transaction);
				}),
				{ numRuns: RUNS },
			);
		},
	);
});

function withoutComputed(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutComputed);
	if (typeof value !== 'object' || value === null) return value;
	const kept = Object.entries(value).filter(([name]) => !computed.includes(name));
	return Object.fromEntries(kept.map(([name, one]) => [name, withoutComputed(one)]));
}
