import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

/** What workflows make in each product, by its name on the page. */
export const MADE = {
	b2bi: 'messages sent to B2B Integrator',
	syspro: 'sales orders posted to SYSPRO',
	mq: 'messages put into MQ',
} as const;

/** What the trigger of each product passes on. */
export const PASSED = {
	b2bi: 'messages of the B2B Integrator trigger',
	syspro: 'purchase orders of the SYSPRO trigger',
	mq: 'messages of the MQ trigger',
} as const;

/** Data of the credential of each product. */
export type Targets = Record<keyof typeof MADE, ICredentialDataDecryptedObject>;

/** What the products hold at the end, and what happened there, by the names above. */
export interface ProductTruth {
	made: Record<string, string[]>;
	happened: Record<string, string[]>;
}
