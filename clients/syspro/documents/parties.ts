import type { Party, Row } from '../records';
import { text, words } from '../values';
import { address, party } from './parts';

/** The supplier of ApSupplier and ApSupplierAddr, or of APSQRY, which has both in one. */
export function supplierParty(row: Row | undefined, addresses: Row | undefined, id: string | null): Party | undefined {
	if (!row && !addresses) return party({ id, name: null, address: null });
	const own = row ?? {};
	return party({
		id: id ?? text(own, 'Supplier'),
		name: words(own, 'SupplierName'),
		address: address(addresses ?? own, 'SupAddr', 'SupPostalCode'),
		contact: words(own, 'Contact'),
		telephone: words(own, 'Telephone'),
		email: words(own, 'Email'),
		taxNumber: words(own, 'TaxRegnNum'),
		ediCode: words(own, 'EdiReceiverCode'),
	});
}

/** Where a supplier is paid, if that is another place. */
export function remitParty(addresses: Row | undefined, id: string | null): Party | undefined {
	if (!addresses) return undefined;
	const place = address(addresses, 'RemitAddr', 'RemitPostalCode');
	const name = words(addresses, 'RemitName');
	return place || name ? { id, name, address: place } : undefined;
}

/** The customer of ArCustomer or ARSQRY, at the address that it is invoiced to. */
export function soldToParty(row: Row | undefined, id: string | null, name: string | null = null): Party | undefined {
	const own = row ?? {};
	return party({
		id: id ?? text(own, 'Customer'),
		name: words(own, 'Name', 'CustomerName') ?? name,
		address: address(own, 'SoldToAddr', 'SoldPostalCode'),
		contact: words(own, 'Contact'),
		telephone: words(own, 'Telephone'),
		email: words(own, 'Email'),
		taxNumber: words(own, 'TaxExemptNumber', 'TaxRegnNum'),
		ediCode: words(own, 'EdiSenderCode'),
	});
}

/** The address that a customer has goods sent to by default. */
export function customerShipTo(row: Row | undefined): Party | undefined {
	const place = row && address(row, 'ShipToAddr', 'ShipPostalCode');
	return place ? { id: null, name: words(row, 'Name', 'CustomerName'), address: place } : undefined;
}
