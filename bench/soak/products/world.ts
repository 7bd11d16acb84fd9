import { startB2bi, type B2biSandbox } from '../../../sandbox/b2bi';
import type { Fault, Faults } from '../../../sandbox/kit/faults';
import { randomFrom } from '../../../sandbox/kit/random';
import { startMq, type MqSandbox } from '../../../sandbox/mq';
import { startSyspro, type SysproSandbox } from '../../../sandbox/syspro';
import { TROUBLES } from '../../../test/integration/faults/products/troubles';
import { MADE, PASSED, type ProductTruth, type Targets } from '../productNames';

/** Chance of a round that something happens that a trigger has to pass on, and of a fault while it is stormy. */
const EVENT = 0.5;
const FAULT = 0.3;
/** Messages that wait for their receivers. */
const KEPT = 200;
/** Faults of the network that pass by themselves, for products over HTTP. */
const PASSING = TROUBLES.filter(({ connection, login, faults = [] }) => {
	const isEndless = [...faults, ...(login ? [login] : [])].some(({ times, ms = 0 }) => times === 0 || ms > 500);
	return connection === undefined && !isEndless;
});
/** What MQ's conversations have: cut connections, and reasons 2009 (broken) and 2161 (the queue manager ends). */
const OF_MQ: Fault[] = [
	{ kind: 'drop' },
	{ kind: 'drop', afterWork: true },
	{ kind: 'status', status: 2009 },
	{ kind: 'status', status: 2161 },
];
const MQ_CALLS = ['MQCONN', 'MQOPEN', 'MQPUT', 'MQGET', 'MQCMIT', 'MQINQ'];

/** B2B Integrator, SYSPRO and MQ in a soak: their faults, and what others do there. */
export class ProductWorlds {
	private readonly random: () => number;
	private readonly happened: Record<string, string[]> = {};
	/** What was there and has been fetched since, as its receivers do. */
	private readonly fetched: Record<string, string[]> = { [MADE.b2bi]: [], [MADE.mq]: [] };
	private number = 0;

	private constructor(
		private readonly b2bi: B2biSandbox,
		private readonly syspro: SysproSandbox,
		private readonly mq: MqSandbox,
		seed: number,
	) {
		this.random = randomFrom(seed + 1);
	}

	static async open(seed: number): Promise<ProductWorlds> {
		const b2bi = await startB2bi({ withoutMessages: true, randomSeed: seed });
		const syspro = await startSyspro({ randomSeed: seed });
		const mq = await startMq({ tls: true, mutualTls: true, withoutMessages: true, randomSeed: seed });
		return new ProductWorlds(b2bi, syspro, mq, seed);
	}

	/** Data of the credentials, as a user would fill them in. */
	get targets(): Targets {
		const { b2bi, syspro, mq } = this;
		const [{ userId, password }] = b2bi.users;
		const [operator] = syspro.operators;
		const [user] = mq.users;
		const advanced = { advanced: true, maxInFlight: 4, timeout: 2 };
		return {
			b2bi: {
				...{ baseUrl: b2bi.url, authentication: 'basic', userId, password, serverTimeZone: 'UTC' },
				...{ caCertificate: b2bi.ca, ...advanced },
			},
			syspro: {
				...{ enetUrl: syspro.enetUrl, operator: operator.operator, operatorPassword: operator.password },
				...{ company: syspro.companyId, companyPassword: syspro.companyPassword, odataUrl: syspro.odataUrl },
				...{ odataOperator: operator.operator, odataPassword: operator.password },
				...{ caCertificate: syspro.ca, ...advanced },
			},
			mq: {
				...{ connectWith: 'builtIn', hostAndPort: mq.address, queueManager: mq.manager.name, channel: mq.channel },
				...{ cipherSpec: 'ECDHE_RSA_AES_128_GCM_SHA256', clientIdentity: 'pem', serverName: 'auto' },
				...{ certificate: mq.clientCertificate.certificate, privateKey: mq.clientCertificate.key },
				...{ caCertificate: mq.ca, user: user.userId, password: user.password },
			},
		};
	}

	/** One round: something happens, and while it is stormy something goes wrong. */
	round(isStormy: boolean): void {
		const { b2bi, syspro, mq } = this;
		this.calm();
		this.fetch();
		if (this.random() < EVENT) {
			const name = `in-${++this.number}`;
			b2bi.store.deposit('/ACME/Inbox', name, `content of ${name}`);
			this.note(PASSED.b2bi, name);
		}
		if (this.random() < EVENT / 4) {
			const order = syspro.company.placePurchaseOrder('0000200', [{ stockCode: '02', quantity: '5', price: '1' }]);
			syspro.company.printPurchaseOrder(order);
			this.note(PASSED.syspro, order);
		}
		if (this.random() < EVENT) {
			const name = `message-${++this.number}`;
			mq.manager.send('DEV.QUEUE.1', name);
			this.note(PASSED.mq, name);
		}
		if (!isStormy) return;
		for (const { faults } of [b2bi, syspro]) this.strike(faults);
		if (this.random() < FAULT) mq.faults.add({ ...this.oneOf(OF_MQ), api: this.oneOf(MQ_CALLS) });
	}

	/** What of the last troubles has not struck is over. */
	calm(): void {
		for (const { faults } of [this.b2bi, this.syspro, this.mq]) faults.clear();
	}

	async close(): Promise<void> {
		await Promise.all([this.b2bi, this.syspro, this.mq].map(async (sandbox) => await sandbox.close()));
	}

	truth(): ProductTruth {
		const { b2bi, syspro } = this;
		const sent = [...b2bi.store.messages.values()].map(({ name }) => name).filter((name) => name.startsWith('out-'));
		const orders = (syspro.company.database.table('SorMaster')?.rows ?? []).map((row) => row.CustomerPoNumber);
		return {
			made: {
				[MADE.b2bi]: [...this.fetched[MADE.b2bi], ...sent],
				[MADE.syspro]: orders.filter((number) => number.startsWith('soak-')),
				[MADE.mq]: [...this.fetched[MADE.mq], ...this.waiting().map(({ data }) => data.toString())],
			},
			happened: this.happened,
		};
	}

	private waiting() {
		return this.mq.manager.queue('DEV.QUEUE.2').visible();
	}

	/** Receivers take what has been there for long, so that nothing grows; what is new may still be looked up. */
	private fetch(): void {
		const { store } = this.b2bi;
		const sent = [...store.messages.values()].filter(({ name }) => name.startsWith('out-'));
		for (const { id, name } of sent.slice(0, -KEPT)) {
			this.fetched[MADE.b2bi].push(name);
			store.messages.delete(id);
		}
		for (const message of this.waiting().slice(0, -KEPT)) {
			this.fetched[MADE.mq].push(message.data.toString());
			this.mq.manager.queue('DEV.QUEUE.2').take(message, undefined);
		}
	}

	private strike(faults: Faults): void {
		if (this.random() >= FAULT) return;
		const { faults: ofWork = [], login } = this.oneOf(PASSING);
		for (const fault of ofWork) faults.add({ ...fault });
		if (login) faults.add({ ...login, api: ['Logon', 'token'] });
	}

	private note(of: string, name: string): void {
		(this.happened[of] ??= []).push(name);
	}

	private oneOf<T>(all: readonly T[]): T {
		return all[Math.floor(this.random() * all.length)];
	}
}
