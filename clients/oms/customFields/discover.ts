import type { SterlingClient } from '../client';
import type { Connection } from '../connection';
import { ServiceError } from '../../../kit/errors';
import { hash } from '../../../kit/http/sharedState';
import { identityOf } from '../connectionState';
import { ENTITIES, type Container, type Entity, type EntityName, type Scope } from '../entities';
import { plainField, type CustomField } from './field';
import { Memory, Recent } from '../../../kit/memory';
import { columnsOf, declaredAttributes, isTrouble, type Columns, type Naming } from './paths';
import { sampledFields } from './sample';

/** What was found out about the custom fields of an entity. */
export interface Discovery {
	fields: CustomField[];
	/** Containers that Sterling described itself: a field of theirs that is not among the fields does not exist. */
	described: Container[];
	/** Why a way to find them gave nothing, one sentence each. */
	reasons: string[];
}

export interface DiscoverOptions extends Scope {
	entity: EntityName;
	/** The time in milliseconds. */
	now?: () => number;
	/** How long all of it may take, in milliseconds. */
	timeoutMs?: number;
}

type Client = Pick<SterlingClient, 'send'>;

const MINUTE = 60_000;
/** An editor waits for it. */
const TIMEOUT_MS = MINUTE / 2;

const discoveries = new Memory<Discovery>({ max: 200, keepMs: () => 5 * MINUTE, failureMs: MINUTE / 4 });
const descriptions = new Memory<Columns>({ max: 200, keepMs: () => 5 * MINUTE, failureMs: MINUTE / 4 });
const namings = new Recent<Naming>(64);

/**
 * The custom fields of an entity, found in the best way the instance allows: as Sterling describes them
 * (getEntityAttributeList for extension columns; getEntityCustomAttributeList and getAttributeList for attributes with
 * type, label, allowed values and mandatory mark), else by the newest records. A way that is refused or unknown
 * gives way to the next. Remembered for five minutes by connection, entity, enterprise and document type, under a
 * hash; callers of the same share one discovery. One to three calls where Sterling describes all, six at the very
 * most, none while remembered.
 * @throws ServiceError where Sterling cannot be reached or refuses the login; remembered for a quarter of a minute,
 * so that an editor that asks again and again does not lock the user.
 */
export function discoverCustomFields(
	client: Client,
	connection: Connection,
	{ entity, enterpriseCode, documentType, now = Date.now, timeoutMs = TIMEOUT_MS }: DiscoverOptions,
): Promise<Discovery> {
	const identity = identityOf(connection);
	const scope = { enterpriseCode, documentType };
	const key = hash([identity, entity, enterpriseCode ?? '', documentType ?? '']);
	const load = () =>
		inTime(timeoutMs, (signal) => discover({ client, identity, entity: ENTITIES[entity], scope, signal }));
	return discoveries.get(key, load, now);
}

async function inTime<T>(timeoutMs: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
	const signal = AbortSignal.timeout(timeoutMs);
	try {
		return await work(signal);
	} catch (error) {
		if (!signal.aborted) throw error;
		throw new ServiceError(
			'timeout',
			`Sterling did not describe its custom fields within ${timeoutMs / 1000} seconds.`,
		);
	}
}

/**
 * The columns of an entity as Sterling describes them, remembered for five minutes by connection and entity; a failure
 * for a quarter of a minute. One call, two where the instance knows the entity by its other name.
 * @throws ServiceError where Sterling does not describe it to this login
 */
export function describeEntity(
	client: Client,
	connection: Connection,
	entity: Pick<Entity, 'row' | 'table'>,
	now: () => number = Date.now,
): Promise<Columns> {
	const identity = identityOf(connection);
	return descriptions.get(hash([identity, entity.table]), () => columns({ client, identity, entity }), now);
}

/** Forgets what was found out, so that the next call asks Sterling again. */
export function forgetCustomFields(): void {
	discoveries.clear();
	descriptions.clear();
	namings.clear();
}

interface Description {
	client: Client;
	/** The connection, as a hash. */
	identity: string;
	entity: Pick<Entity, 'row' | 'table'>;
	signal?: AbortSignal;
}

interface Task extends Description {
	entity: Entity;
	scope: Scope;
	signal: AbortSignal;
}

async function discover(task: Task): Promise<Discovery> {
	const { client, entity, scope, signal } = task;
	const found: Discovery = { fields: [], described: [], reasons: [] };
	const attempt = async (container: Container, way: () => Promise<CustomField[] | undefined>) => {
		const fields = await way().catch((error: unknown) => explain(error, found));
		if (!fields) return;
		found.fields.push(...fields);
		found.described.push(container);
	};
	await attempt('Extn', async () => (await columns(task)).extensions.map((name) => plainField('Extn', name)));
	const { declared } = entity;
	if (declared) await attempt(declared, () => declaredAttributes(client, entity, scope, signal));
	if (found.described.length < (declared ? 2 : 1)) found.fields.push(...(await sampled(task, found)));
	return found;
}

/** Tries the form of the name that worked last; the other one where the instance does not know the entity by it. */
async function columns({ client, identity, entity, signal }: Description): Promise<Columns> {
	const last = namings.get(identity) ?? 'element';
	const forms: Naming[] = last === 'element' ? ['element', 'table'] : ['table', 'element'];
	let failure: unknown;
	for (const naming of forms) {
		try {
			const found = await columnsOf(client, entity, naming, signal);
			if (!found) continue;
			namings.set(identity, naming);
			return found;
		} catch (error) {
			if (isTrouble(error) || (error as ServiceError).category === 'permission') throw error;
			failure ??= error;
		}
	}
	const api = 'getEntityAttributeList';
	throw failure ?? new ServiceError('badAnswer', `It does not describe ${entity.row}`, { api });
}

/** Names of the containers that Sterling did not describe; beyond the scope where nothing is found within. */
async function sampled({ client, entity, scope, signal }: Task, found: Discovery): Promise<CustomField[]> {
	const sample = async (within: Scope) => {
		const fields = await sampledFields(client, entity, within, signal);
		return fields.filter(({ id }) => !found.described.some((container) => id.startsWith(`${container}.`)));
	};
	try {
		const fields = await sample(scope);
		const isNarrow = Boolean(scope.enterpriseCode ?? scope.documentType);
		return fields.length > 0 || !isNarrow ? fields : await sample({});
	} catch (error) {
		explain(error, found);
		return [];
	}
}

function explain(error: unknown, found: Discovery): undefined {
	if (isTrouble(error)) throw error;
	const { api, code, message } = error as ServiceError;
	found.reasons.push([api && `${api}:`, message, code && `(${code})`].filter(Boolean).join(' '));
}
