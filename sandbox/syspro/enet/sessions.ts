import { randomBytes } from 'node:crypto';
import type { Clock } from '../../kit/clock';
import { company, operators, type SysproBehaviour } from '../options';

interface Session {
	operator: string;
	usedAt: number;
}

/** Sessions of e.net: each holds a licence seat, and an operator has one at a time. */
export class EnetSessions {
	private readonly sessions = new Map<string, Session>();

	/** Most seats that were taken at one time, and sessions that a second logon of their operator ended. */
	peak = 0;
	evicted = 0;

	/** Tests note what is given out. */
	onLogon: (id: string) => void = () => undefined;

	constructor(
		private readonly clock: Clock,
		private readonly behaviour: SysproBehaviour,
	) {}

	/** Licence seats that are taken. */
	get seats(): number {
		this.sweep();
		return this.sessions.size;
	}

	/** @returns the session ID, or the text of the refusal */
	logon(query: URLSearchParams): string {
		const value = (name: string) => query.get(name) ?? '';
		const name = value('Operator').trim().toUpperCase();
		const known = operators.find(({ operator }) => operator === name);
		if (!known) return 'ERROR: Invalid operator';
		if (known.password !== value('OperatorPassword')) return 'ERROR: Invalid operator password';
		if (value('CompanyId').trim() !== company.id) return 'ERROR: Invalid company id';
		if (value('CompanyPassword') !== company.password) return 'ERROR: Invalid company password';
		this.sweep();
		for (const [id, { operator }] of this.sessions) {
			if (operator !== name) continue;
			this.sessions.delete(id);
			this.evicted += 1;
		}
		if (this.sessions.size >= this.behaviour.seats) return 'ERROR: Maximum number of licensed users reached';
		const id = `${randomBytes(16).toString('hex').toUpperCase()}00`;
		this.sessions.set(id, { operator: name, usedAt: this.clock.now() });
		this.peak = Math.max(this.peak, this.sessions.size);
		this.onLogon(id);
		return `${id}  `;
	}

	/** @returns whether the session was there */
	logoff(id: string): boolean {
		return this.sessions.delete(id.trim());
	}

	/** The operator of a session, with or without the blanks at the end of its ID. */
	use(id: string): string | undefined {
		this.sweep();
		const session = this.sessions.get(id.trim());
		if (session) session.usedAt = this.clock.now();
		return session?.operator;
	}

	/** Ends all sessions. */
	expire(): void {
		this.sessions.clear();
	}

	private sweep(): void {
		const oldest = this.clock.now() - this.behaviour.sessionIdleMs;
		for (const [id, { usedAt }] of this.sessions) if (usedAt < oldest) this.sessions.delete(id);
	}
}
