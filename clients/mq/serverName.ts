const SUFFIX = '.chl.mq.ibm.com';

/**
 * The name of a channel in the form in which MQ clients send it in the TLS handshake (SNI): capital letters in lower
 * case, digits as they are, everything else as two hexadecimal digits and a hyphen. `TO.QMGR1` becomes
 * `to2e-qmgr1.chl.mq.ibm.com`.
 * @see IBM MQ documentation, "TLS: How IBM MQ provides multiple certificates capability"
 */
export function channelServerName(channel: string): string {
	const label = [...channel].map((character) => {
		if (/^[A-Z]$/.test(character)) return character.toLowerCase();
		if (/^[0-9]$/.test(character)) return character;
		return `${(character.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}-`;
	});
	return label.join('') + SUFFIX;
}

/** What the handshake names; undefined for nothing. An address in digits is no name (RFC 6066). */
export function serverNameOf(
	choice: 'channel' | 'host' | 'none' | undefined,
	{ channel, host }: { channel: string; host: string },
): string | undefined {
	if (choice === 'none') return undefined;
	if (choice === 'host') return /^[\d.]+$|:/.test(host) ? undefined : host;
	return channelServerName(channel);
}
