const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	purchaseOrder: { '0': 'In process', '1': 'Ready to print', '4': 'Printed', '9': 'Complete', '*': 'Cancelled' },
	salesOrder: { '1': 'Open order', '8': 'Ready to invoice', '9': 'Complete', '\\': 'Cancelled' },
};

/** A status as e.net says it in words. */
export const statusWords = (kind: string, status: string): string => WORDS[kind]?.[status] ?? '';
