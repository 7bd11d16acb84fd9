import type { Element } from '../document/element';
import { parseXml } from '../document/xml';
import { refuse, SterlingException } from '../exception';
import type { Dispatcher } from '../engine/dispatcher';
import type { Behaviour, SandboxUser } from '../options';
import type { Database } from '../store/database';
import type { AsyncAgent } from './asyncAgent';
import type { Authentication } from './authenticate';
import { htmlReply, type Exchange, type Reply } from '../../kit/exchange';
import type { Fault } from '../../kit/faults';
import type { Application } from '../../kit/listener';
import { replyOf } from './faultReplies';
import { documentReply, errorReply, readBody } from './format';

/** The REST servlet: `invoke/{api}`, `executeFlow/{service}`, `jwt`, and what wrong paths answer. */
export class RestApi implements Application {
	constructor(
		private readonly contextRoot: string,
		private readonly authentication: Authentication,
		private readonly dispatcher: Dispatcher,
		private readonly database: Database,
		private readonly agent: AsyncAgent,
		private readonly behaviour: Behaviour,
	) {}

	target(exchange: Exchange): string | undefined {
		exchange.templateKey = exchange.query.get('_templateKey') ?? undefined;
		return this.calledBy(exchange.path)?.name;
	}

	login(exchange: Exchange): string | undefined {
		return exchange.query.get('_loginid') ?? undefined;
	}

	replyOf(fault: Fault, exchange: Exchange): Reply | undefined {
		return replyOf(fault, exchange, this.contextRoot);
	}

	expireTokens(): void {
		this.authentication.tokens.expire();
	}

	/** Which API or service a path names; undefined for all other paths. */
	private calledBy(path: string): { kind: 'invoke' | 'executeFlow' | 'jwt'; name: string } | undefined {
		const match = /^\/([^/]+)\/restapi\/(?:(invoke|executeFlow)\/([^/]+)|(jwt))\/?$/.exec(path);
		if (!match || match[1] !== this.contextRoot) return undefined;
		const kind = (match[2] ?? match[4]) as 'invoke' | 'executeFlow' | 'jwt';
		return { kind, name: match[3] ?? 'jwt' };
	}

	handle(exchange: Exchange): Reply {
		const target = this.calledBy(exchange.path);
		if (!target) return this.wrongPath(exchange.path);
		const wanted = target.kind === 'jwt' ? 'GET' : 'POST';
		if (exchange.method !== wanted) return htmlReply(405, 'Error 405: Method not allowed', { allow: wanted });
		try {
			if (target.kind === 'jwt') return this.webToken(exchange);
			if (target.kind === 'invoke' && target.name === 'login') return this.logIn(exchange);
			const verdict = this.authentication.check(exchange);
			if ('reply' in verdict) return verdict.reply;
			exchange.user = verdict.user.loginId;
			return this.call(exchange, verdict.user, target.name, target.kind === 'executeFlow');
		} catch (error) {
			if (error instanceof SterlingException) return errorReply(exchange, error);
			throw error;
		}
	}

	/** A doubled context root redirects, everything else shows the login page [captured by another client]. */
	private wrongPath(path: string): Reply {
		const login = `/${this.contextRoot}/console/login.jsp`;
		if (path.startsWith(`/${this.contextRoot}/${this.contextRoot}/`) || path === `/${this.contextRoot}`) {
			return { status: 302, headers: { location: login }, body: '' };
		}
		return path === login ? htmlReply(200, 'Sign in') : htmlReply(404, 'Sign in');
	}

	private logIn(exchange: Exchange): Reply {
		const input = readBody(exchange, 'Login');
		const output = this.authentication.login(input);
		exchange.user = input.get('LoginID');
		return documentReply(exchange, output, this.behaviour.singleMember);
	}

	/** The bare token as text; fails when the login's token has lapsed [IBM support 7172391]. */
	private webToken(exchange: Exchange): Reply {
		const user = this.authentication.checkToken(exchange);
		exchange.user = user.loginId;
		return {
			status: 200,
			headers: { 'content-type': 'text/plain;charset=UTF-8' },
			body: this.authentication.webTokens.issue(user.loginId),
		};
	}

	private call(exchange: Exchange, user: SandboxUser, name: string, isService: boolean): Reply {
		const input = readBody(exchange, isService ? undefined : (this.dispatcher.rootOf(name) ?? 'Unknown'));
		if (isService && this.dispatcher.isAsynchronous(name)) {
			this.agent.enqueue(user, name, input);
			return documentReply(exchange, undefined, this.behaviour.singleMember);
		}
		const output = this.dispatcher.invoke(user, name, input, { isService, template: this.storedTemplate(exchange) });
		return documentReply(exchange, output, this.behaviour.singleMember);
	}

	/** The template that `_templateKey`, or `_templateId` as organization and id, names. */
	private storedTemplate(exchange: Exchange): Element | undefined {
		const key = exchange.query.get('_templateKey');
		const id = exchange.query.get('_templateId');
		if (!key && !id) return undefined;
		const [organization, templateId] = (id ?? '').split(',');
		const row = key
			? this.database.get('ApiTemplate', key)
			: this.database.find('ApiTemplate', { OrganizationCode: organization, TemplateId: templateId ?? '' });
		if (!row) throw refuse('YFS10001', { TemplateKey: key ?? id ?? '' });
		return parseXml(row.TemplateData);
	}
}
