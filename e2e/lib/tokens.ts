import type { Sandbox } from '../../sandbox';

/** The login tokens that a sandbox gives out from now on. */
export function tokensOf({ tokens }: Sandbox): readonly string[] {
	const given: string[] = [];
	const issue = tokens.issue.bind(tokens);
	tokens.issue = (loginId) => {
		const token = issue(loginId);
		given.push(token);
		return token;
	};
	return given;
}
