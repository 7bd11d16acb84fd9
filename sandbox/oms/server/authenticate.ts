import { Element } from '../document/element';
import { refuse, SterlingException } from '../exception';
import type { AuthenticationStyle, SandboxUser } from '../options';
import { htmlReply, type Exchange, type Reply } from '../../kit/exchange';
import type { Tokens, WebTokens } from './tokens';

/** Either the user who is calling, or the reply to one who may not. */
type Verdict = { user: SandboxUser } | { reply: Reply };

/** Logs users in and checks each call's credentials, in the style that the sandbox was started with. */
export class Authentication {
	constructor(
		readonly style: AuthenticationStyle,
		readonly users: SandboxUser[],
		readonly tokens: Tokens,
		readonly webTokens: WebTokens,
		private readonly issueTokens: () => boolean,
	) {}

	/**
	 * invoke/login: a UserToken in the Standard style, none with Basic authentication or token security off. The
	 * answer echoes the password, as some instances do [captured by another client].
	 * @throws SterlingException YCP0047 for a wrong login; the status (400) is inferred
	 */
	login(input: Element): Element {
		const user = this.byPassword(input.get('LoginID'), input.get('Password'));
		if (!user) throw refuse('YCP0047', { LoginID: input.get('LoginID') });
		const output = new Element('Login', {
			UserGroupID: user.userGroup,
			UserName: user.name,
			LoginID: user.loginId,
			OrganizationCode: user.organization,
			Password: input.get('Password'),
		});
		const withToken = this.style !== 'basic' && this.issueTokens();
		return withToken ? output.set('UserToken', this.tokens.issue(user.loginId)) : output;
	}

	/** The caller of an API. @throws SterlingException YCP0427, as HTTP 400 and not 401 [IBM support 6475311] */
	check(exchange: Exchange): Verdict {
		const authorization = exchange.headers.authorization ?? '';
		if (this.style === 'basic') return this.checkBasic(authorization);
		if (this.style === 'jwt' && /^bearer /i.test(authorization)) return this.checkBearer(authorization.slice(7));
		return { user: this.checkToken(exchange) };
	}

	/** The user of `_loginid` and `_token`; both are needed. @throws SterlingException YCP0427 */
	checkToken(exchange: Exchange): SandboxUser {
		const loginId = exchange.query.get('_loginid') ?? '';
		const user = this.users.find((candidate) => candidate.loginId === loginId);
		if (!user || !this.tokens.use(loginId, exchange.query.get('_token') ?? '')) throw refuse('YCP0427');
		return user;
	}

	private byPassword(loginId: string, password: string): SandboxUser | undefined {
		return this.users.find((user) => user.loginId === loginId && user.password === password);
	}

	private checkBasic(authorization: string): Verdict {
		const text = Buffer.from(authorization.replace(/^basic /i, ''), 'base64').toString();
		const [loginId, ...password] = text.split(':');
		const user = this.byPassword(loginId, password.join(':'));
		if (user) return { user };
		return {
			reply: htmlReply(401, 'Error 401: Unauthorized', { 'www-authenticate': 'Basic realm="Sterling"' }),
		};
	}

	private checkBearer(token: string): Verdict {
		const loginId = this.webTokens.verify(token);
		const user = this.users.find((candidate) => candidate.loginId === loginId);
		if (user) return { user };
		throw new SterlingException('YCP0427', refuse('YCP0427').description, {}, 401);
	}
}
