import { tempFolder } from '../lib/cleanup';
import type { Credential } from '../lib/apiTypes';
import type { Check, Scene } from '../lib/checks';
import { type Postgres, startPostgres } from '../standIns/postgres';

/** Where templates are checked: n8n, the sandbox, and the other side as far as several templates share it. */
export interface TemplateScene extends Scene {
	/** PostgreSQL, started when it is first wanted. */
	postgres: () => Promise<Postgres>;
	/** A credential of n8n for it. */
	postgresCredential: () => Promise<Credential>;
}

/**
 * A check of a template. With `begin` (instead of `run`) it imports and activates first, before any other
 * check runs, and returns the rest; so triggers that poll once a minute wait for it together.
 */
export interface TemplateCheck {
	name: string;
	run?: (scene: TemplateScene) => Promise<string>;
	begin?: (scene: TemplateScene) => Promise<() => Promise<string>>;
}

/** Makes a thing when it is first asked for, once. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
	let made: Promise<T> | undefined;
	return async () => await (made ??= make());
}

/** Adds what templates need to a scene. */
export function templateScene(scene: Scene): TemplateScene {
	const postgres = once(async () => await startPostgres(tempFolder('n8n-e2e-pg').path));
	const postgresCredential = once(async () => {
		const { port, user, database } = await postgres();
		const data = { host: '127.0.0.1', port, user, database, password: '', ssl: 'disable' };
		return await scene.api.createCredential('PostgreSQL', 'postgres', data);
	});
	return { ...scene, postgres, postgresCredential };
}

/** Lets each check begin that has a beginning. One that fails in it fails when its turn comes. */
export async function begun(checks: TemplateCheck[], scene: TemplateScene): Promise<Array<Check<TemplateScene>>> {
	const ready: Array<Check<TemplateScene>> = [];
	for (const { name, run, begin } of checks) {
		const rest = begin?.(scene);
		await rest?.catch(() => undefined);
		ready.push({ name, run: async (same) => (rest ? await (await rest)() : ((await run?.(same)) ?? '')) });
	}
	return ready;
}
