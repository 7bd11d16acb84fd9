const MAX_COOKIES = 20;

/** Takes the Set-Cookie headers of a response into a jar: name to value. Deletions and expiry in the past are honoured. */
export function absorbCookies(jar: Map<string, string>, setCookie: string | string[] | undefined): void {
	for (const line of Array.isArray(setCookie) ? setCookie : setCookie ? [setCookie] : []) {
		const match = /^\s*([^=;\s]+)=([^;]*)(;.*)?/s.exec(line);
		if (!match) continue;
		const [, name, value, rest = ''] = match;
		jar.delete(name);
		if (/max-age=0\b|expires=thu, 01[ -]jan[ -]1970/i.test(rest) || value.trim() === '') continue;
		if (jar.size < MAX_COOKIES) jar.set(name, value.trim());
	}
}

/** The Cookie header of a jar, or nothing. */
export function cookieHeader(jar: ReadonlyMap<string, string>): Record<string, string> {
	if (jar.size === 0) return {};
	return { Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') };
}
