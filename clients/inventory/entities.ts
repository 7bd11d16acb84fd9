const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

/**
 * Decodes the HTML entities that Inventory Visibility puts in place of special characters (IBM:
 * IA_sip_reference_intro_new), once, in every string of a response. Works on the value in place; names of members stay.
 */
export function decoded<T>(value: T): T {
	if (typeof value === 'string') {
		return (value.includes('&') ? value.replace(/&(?:amp|lt|gt|quot|#39);/g, (one) => ENTITIES[one]) : value) as T;
	}
	if (typeof value !== 'object' || value === null) return value;
	const holder = value as Record<string, unknown>;
	// Nearly no string holds one, and a response has ten thousand of them.
	for (const name in holder) {
		const member = holder[name];
		if (typeof member === 'object') decoded(member);
		else if (typeof member === 'string' && member.includes('&')) holder[name] = decoded(member);
	}
	return value;
}
