import { shownTarget } from './redact';
import type { TransportResponse } from './transport';

/**
 * The address that was asked, as an attribute of an error that may come of a wrong one: origin and path, without query,
 * because that may hold a token. Nothing where the transport does not say it.
 */
export function askedAddress({ url }: Pick<TransportResponse, 'url'>): { address?: string } {
	const address = shownTarget(url);
	return address === undefined ? {} : { address };
}
