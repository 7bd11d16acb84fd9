import type { Clock } from './clock';
import type { Exchange, Reply } from './exchange';
import { FAULT_KINDS, type Fault, type Faults } from './faults';
import type { RequestLog } from './requestLog';

interface Parts {
	clock: Clock;
	faults: Faults;
	log: RequestLog;
	/** What a product adds, by method and area such as `POST agent`; returns what is shown as JSON. */
	areas: Record<string, (body: object) => unknown>;
	/** May be read and changed while the sandbox runs. */
	behaviour: object;
}

interface ClockOrder {
	/** A time to set, ISO 8601. */
	set?: string;
	advanceMs?: number;
	freeze?: boolean;
}

function json(body: unknown, status = 200): Reply {
	return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/**
 * The control endpoint, `/sandbox/…`: no part of the product. It needs no login, since the sandbox listens on the
 * loopback address only, and it is neither logged nor hit by faults.
 */
export class Control {
	static readonly prefix = '/sandbox/';

	constructor(private readonly parts: Parts) {}

	/** Returns HTTP 400 for a body that is not JSON and for an unknown kind of fault, 404 for an unknown area. */
	handle(exchange: Exchange): Reply {
		try {
			return this.answer(exchange);
		} catch (error) {
			if (!(error instanceof SyntaxError)) throw error;
			return json({ error: 'no JSON' }, 400);
		}
	}

	private answer(exchange: Exchange): Reply {
		const { clock, faults, log, areas, behaviour } = this.parts;
		const [, , area = '', id] = exchange.path.split('/');
		const body = exchange.body.trim() === '' ? {} : (JSON.parse(exchange.body) as object);
		switch (`${exchange.method} ${area}`) {
			case 'GET faults':
				return json(faults.list());
			case 'POST faults':
				return this.addFaults([body].flat() as Fault[]);
			case 'DELETE faults':
				faults.clear(id === undefined ? undefined : Number(id));
				return json({});
			case 'GET log':
				return json(log.list(exchange.query.get('api') ?? undefined));
			case 'DELETE log':
				log.clear();
				return json({});
			case 'GET counters':
				return json(log.counters);
			case 'GET clock':
				return json({ now: new Date(clock.now()).toISOString() });
			case 'POST clock':
				this.setClock(body);
				return json({ now: new Date(clock.now()).toISOString() });
			case 'GET behaviour':
				return json(behaviour);
			case 'POST behaviour':
				return json(Object.assign(behaviour, body));
			default: {
				const own = areas[`${exchange.method} ${area}`];
				return own ? json(own(body)) : json({}, 404);
			}
		}
	}

	private addFaults(given: Fault[]): Reply {
		const areKnown = given.every((fault) => FAULT_KINDS.includes(fault?.kind));
		if (!areKnown) return json({ error: 'unknown kind of fault', kinds: FAULT_KINDS }, 400);
		return json({ ids: given.map((fault) => this.parts.faults.add(fault)) });
	}

	private setClock(order: ClockOrder): void {
		const { clock } = this.parts;
		if (order.freeze === true) clock.freeze();
		if (order.freeze === false) clock.run();
		if (order.set !== undefined) clock.set(Date.parse(order.set));
		if (order.advanceMs !== undefined) clock.advance(order.advanceMs);
	}
}
