import { SysproClient, type ClientOptions } from '../../clients/syspro';
import type { EnetSettings, ODataSettings, SysproConnection } from '../../clients/syspro';
import { closeAllPools } from '../../kit/http/pools';
import { forgetSharedState } from '../../kit/http/sharedState';
import { startSyspro, type SysproOptions, type SysproSandbox } from '../../sandbox/syspro';
import { secrets } from './watch';

/** The parts of a connection that a test leaves out or changes. */
export interface Changes {
	enet?: Partial<EnetSettings> | false;
	odata?: Partial<ODataSettings> | false;
	more?: Partial<SysproConnection>;
}

/** The connection to a sandbox. */
export function sysproConnection(sandbox: SysproSandbox, { enet, odata, more }: Changes = {}): SysproConnection {
	const [{ operator, password }] = sandbox.operators;
	const company = sandbox.companyId;
	return {
		...(enet === false
			? {}
			: {
					enet: {
						baseUrl: sandbox.enetUrl,
						operator,
						operatorPassword: password,
						company,
						companyPassword: sandbox.companyPassword,
						...enet,
					},
				}),
		...(odata === false ? {} : { odata: { baseUrl: sandbox.odataUrl, operator, password, company, ...odata } }),
		tls: { ca: sandbox.ca },
		timeoutMs: 10_000,
		maxInFlight: 8,
		...more,
	};
}

/** A SYSPRO sandbox over HTTPS for the tests of a file. After each test no licence seat may be taken. */
export class SysproBench {
	private started?: SysproSandbox;

	static forFile(options: SysproOptions = {}): SysproBench {
		const bench = new SysproBench();
		const known = { ...options.behaviour };
		beforeAll(async () => {
			bench.started = await startSyspro(options);
			bench.started.sessions.onLogon = (id) => secrets.add('session ID', id);
			Object.assign(known, structuredClone(bench.started.behaviour));
		});
		afterEach(() => {
			const { behaviour, faults, log, sessions } = bench.sandbox;
			const { seats } = sessions;
			Object.assign(behaviour, structuredClone(known));
			faults.clear();
			log.clear();
			sessions.expire();
			// What was learnt of a site must not be taken for the next one.
			forgetSharedState();
			expect(`${seats} licence seats are taken`).toBe('0 licence seats are taken');
		});
		afterAll(async () => {
			await closeAllPools();
			await bench.sandbox.close();
		});
		return bench;
	}

	get sandbox(): SysproSandbox {
		if (!this.started) throw new Error('The sandbox starts with the first test');
		return this.started;
	}

	get company() {
		return this.sandbox.company;
	}

	/** A client on the clock of the sandbox that never waits. */
	client(changes: Changes = {}, options: ClientOptions = {}): SysproClient {
		return new SysproClient(sysproConnection(this.sandbox, changes), {
			now: () => this.sandbox.clock.now(),
			sleep: async () => await Promise.resolve(),
			...options,
		});
	}

	/** How often each call, business object or entity set was asked for since the log was cleared. */
	get requests(): Record<string, number> {
		return this.sandbox.log.counters.requestsByApi;
	}
}

/** All pages of a listing in one. */
export async function gathered<T>(pages: AsyncIterable<{ records: T[] }>): Promise<T[]> {
	const all: T[] = [];
	for await (const { records } of pages) all.push(...records);
	return all;
}
