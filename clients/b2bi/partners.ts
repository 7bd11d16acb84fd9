import { ServiceError } from '../../kit/errors';
import { isRecord } from '../../kit/record';
import type { B2biClient } from './client';
import { COMMUNITY, TRADING_PARTNER } from './kinds';
import { withCleanNames, type Change } from './names';
import { createRecord, findByKey, getRecord, putRecord, type Write } from './records';
import { attributesOf, namesIn, textOf, type Row } from './values';

/** How a partner is changed. */
export interface PartnerUpdate {
	/** Only the attributes that are to change. */
	changes: Row;
	/**
	 * `merge`: what is there now, with the changes over it, because PUT may replace the whole record. `changed`: the
	 * changes alone.
	 */
	send: 'merge' | 'changed';
	cleansNames: boolean;
}

const CUSTOM_PROTOCOL = 'customProtocolName';

/** A write of a partner, with what was changed in its names. */
export interface PartnerWrite {
	write: Write;
	changes: Change[];
	/** What the user should know beside the result. */
	note?: string;
}

/**
 * Creates a trading partner.
 *
 * @param cleansNames replaces the characters that the server refuses in names; `changes` lists what was replaced
 */
export function createPartner(client: B2biClient, row: Row, cleansNames: boolean): PartnerWrite {
	const clean = cleansNames ? withCleanNames(row) : { row, changes: [] };
	return { write: createRecord(client, TRADING_PARTNER, clean.row), changes: clean.changes };
}

/**
 * Creates a partner, or updates the one of that name. A new one is `created`; one that exists is changed to `row`, so that
 * what a create adds by itself overwrites nothing.
 * @throws ServiceError `conflict` for a partner of another code
 */
export async function upsertPartner(
	client: B2biClient,
	{ row, created }: { row: Row; created: Row },
	options: Omit<PartnerUpdate, 'changes'>,
): Promise<PartnerWrite & { isNew: boolean }> {
	const clean = options.cleansNames ? withCleanNames(row) : { row, changes: [] };
	const name = textOf(clean.row, 'partnerName');
	const present = await findByKey(client, TRADING_PARTNER, name);
	if (!present) return { ...createPartner(client, created, options.cleansNames), isNew: true };
	const [code, other] = [textOf(row, 'code'), textOf(present, 'code')];
	const isRenamed = clean.changes.some(({ field }) => field === 'partnerName');
	// Two names may come out alike when they are cleaned, and the second must not overwrite the first.
	if (isRenamed && code !== other) {
		throw new ServiceError(
			'conflict',
			`A partner ${name} with the code "${other}" exists, and this one has "${code}".`,
			{
				effect: 'none',
				attributes: { partnerName: name, code: other },
				hint: 'Both names are the same after cleaning. Use another partner name for one of them.',
			},
		);
	}
	const { partnerName: _key, password: _password, ...changes } = clean.row;
	const update = await updatePartner(client, name, { ...options, cleansNames: false, changes }, present);
	return { ...update, changes: clean.changes, isNew: false };
}

/**
 * Changes a partner. In 6.1.0.4 reading leaves `customProtocolName` out, so writing back what was read would drop it: where
 * that may be so, it has to be given or only the changes sent.
 * @throws ServiceError `invalidInput` where a custom protocol might be lost
 */
export async function updatePartner(
	client: B2biClient,
	name: string,
	{ changes, send, cleansNames }: PartnerUpdate,
	read?: Row,
): Promise<PartnerWrite> {
	const clean = cleansNames ? withCleanNames(changes) : { row: changes, changes: [] };
	if (send === 'changed') {
		return { write: putRecord(client, TRADING_PARTNER, name, clean.row), changes: clean.changes };
	}
	const present = attributesOf(read ?? (await getRecord(client, TRADING_PARTNER, name)));
	const merged = { ...withoutEmpty(present), ...clean.row };
	delete merged.partnerName;
	const note = merged[CUSTOM_PROTOCOL] === undefined ? await noteOnProtocol(client, merged) : undefined;
	return { write: putRecord(client, TRADING_PARTNER, name, merged), changes: clean.changes, note };
}

/** @throws ServiceError where the partner's community has custom protocols, and it cannot be seen whether it uses one */
async function noteOnProtocol(client: B2biClient, partner: Row): Promise<string | undefined> {
	const name = textOf(partner, 'community');
	let protocols: string[];
	try {
		protocols = namesIn((await getRecord(client, COMMUNITY, name)).customProtocols);
	} catch (error) {
		if (!(error instanceof ServiceError) || !['permission', 'notFound'].includes(error.category)) throw error;
		return `The community ${name} could not be read. If the partner uses a custom protocol, fill in Custom Protocol Name, or the protocol is removed.`;
	}
	if (protocols.length === 0) return undefined;
	throw new ServiceError(
		'invalidInput',
		`The partner may use a custom protocol (${protocols.join(', ')}), which this version does not show.`,
		{
			effect: 'none',
			attributes: { community: name, customProtocols: protocols.join(',') },
			hint: 'An update would remove it. Fill in Custom Protocol Name (empty for none), or set Send to Only Changed Fields.',
		},
	);
}

/** Configurations of protocols that are not set come as empty objects, which are no valid input. */
function withoutEmpty(row: Row): Row {
	return Object.fromEntries(
		Object.entries(row).filter(([, value]) => !(isRecord(value) && Object.keys(value).length === 0) && value !== null),
	);
}
