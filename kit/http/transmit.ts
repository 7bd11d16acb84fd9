import { throwIfCancelled } from './cancel';
import { isUnsent } from './dispatch';
import { fromNetwork } from './networkErrors';
import type { Transport, TransportRequest, TransportResponse } from './transport';

/**
 * Sends a request unless it is cancelled.
 * @throws ServiceError `cancelled`, or what {@link fromNetwork} makes of a fault of the network
 */
export async function transmit(transport: Transport, request: TransportRequest): Promise<TransportResponse> {
	throwIfCancelled(request.signal);
	try {
		return { ...(await transport(request)), url: request.url };
	} catch (error) {
		throwIfCancelled(request.signal, isUnsent(error) ? 'none' : 'unknown');
		throw fromNetwork(error, request.url);
	}
}
