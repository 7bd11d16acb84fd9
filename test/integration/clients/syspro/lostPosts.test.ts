import fc from 'fast-check';

import type { ServiceError } from '../../../../kit/errors';
import { SysproBench } from '../../../support/sysproBench';

const bench = SysproBench.forFile({ plainHttp: true });

const quantity = fc.constantFrom('1', '2', '2.5', '4');
const note = fc.constantFrom('DN-1', 'DN-2', '');
/** What people do in SYSPRO: a receipt of a line, or an invoice. */
const receipt = fc.record({ line: fc.constantFrom('1', '2'), quantity, note });
const afterWork = fc.boolean();

const settled = async (work: Promise<{ how: string }>) =>
	await work.then(
		({ how }) => how,
		(error: unknown) => (error as ServiceError).category,
	);

/** A client whose first look after a loss comes when others have been at work. */
const clientBeside = (work: () => void) => {
	let isDone = false;
	return bench.client(
		{},
		{
			sleep: async () => {
				if (!isDone) work();
				isDone = true;
				await Promise.resolve();
			},
		},
	);
};

test('a receipt is reported as found only where it is booked', async () => {
	const run = async (
		own: { line: string; quantity: string; note: string },
		earlier: Array<typeof own>,
		meanwhile: Array<typeof own>,
		isBooked: boolean,
	) => {
		const { company, faults } = bench.sandbox;
		const purchaseOrder = company.placePurchaseOrder('0000100', [
			{ stockCode: 'A100', quantity: '1000' },
			{ stockCode: '02', quantity: '1000' },
		]);
		const book = (each: typeof own) => company.receive(purchaseOrder, each.line, Number(each.quantity), each.note);
		// Another delivery, or the same one on another line.
		earlier.filter(({ line, note: other }) => other !== own.note || line !== own.line).forEach(book);
		const others = meanwhile.filter(({ note: other }) => other !== own.note || other === '');
		faults.add({ kind: 'drop', api: 'PORTOR', afterWork: isBooked });
		const client = clientBeside(() => others.forEach(book));
		const items = [{ purchaseOrder, line: own.line, quantity: own.quantity, deliveryNote: own.note || undefined }];
		const how = await settled(client.postReceipt({ items }));
		faults.clear();
		expect(how).toBe(isBooked && own.note !== '' ? 'found' : 'uncertain');
	};
	await fc.assert(
		fc.asyncProperty(receipt, fc.array(receipt, { maxLength: 3 }), fc.array(receipt, { maxLength: 3 }), afterWork, run),
		{ numRuns: 40 },
	);
});

test('a supplier invoice is reported as found only where it is entered', async () => {
	let counter = 0;
	const amount = fc.constantFrom('10', '10.5', '99');
	const other = fc.option(amount, { nil: undefined });
	const run = async (value: string, meanwhile: string | undefined, isEntered: boolean) => {
		const { company, faults } = bench.sandbox;
		const key = { supplier: '0000100', invoice: `INV-${(counter += 1)}` };
		const isSame = meanwhile !== undefined && Number(meanwhile) === Number(value);
		faults.add({ kind: 'drop', api: 'APSTIN', afterWork: isEntered });
		const client = clientBeside(() => {
			const isThere = company.database.find('ApInvoice', { Supplier: key.supplier, Invoice: key.invoice });
			if (meanwhile === undefined || isThere) return;
			company.database.insert('ApInvoice', {
				Supplier: key.supplier,
				Invoice: key.invoice,
				InvoiceDate: company.today,
				OrigInvValue: meanwhile,
			});
		});
		const how = await settled(client.postSupplierInvoice({ ...key, value }));
		faults.clear();
		// The same invoice that somebody typed in meanwhile is entered, too.
		expect(how).toBe(isEntered || isSame ? 'found' : 'uncertain');
	};
	await fc.assert(fc.asyncProperty(amount, other, afterWork, run), { numRuns: 30 });
});
