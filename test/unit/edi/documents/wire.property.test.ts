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

describe.each(['004010', '005010'])('in %s', (version) => {
	test.each([...DOCUMENT_TYPES.keys()])(
		'%s: a form by chance is a document that the checker has nothing against',
		(type) => {
			fc.assert(
				fc.property(documents(type, version), (form) => {
					const { transaction } = writeDocument(form, { version });
					const { text } = write(interchange({ ...envelope, version, transactions: [transaction] }));
					const reading = read(text);
					const errors = check(reading).filter(({ severity }) => severity === 'error');
					expect(errors.map(({ segment, element, message }) => `${segment}${element ?? ''}: ${message}`)).toEqual([]);
					const [read1] = reading.interchanges[0].groups[0].transactions;
					expect(readDocument(read1, { version })).toEqual(readDocument(transaction, { version }));
				}),
				{ numRuns: RUNS },
			);
		},
	);
});
