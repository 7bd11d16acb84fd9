import type { JsonObject } from '../document/json';

/** The address of an invented person, as orders and customers hold it. */
export const personInfo = (first: string, last: string, city: string): JsonObject => ({
	FirstName: first,
	LastName: last,
	AddressLine1: '1 Example Street',
	City: city,
	State: 'EX',
	ZipCode: '00000',
	Country: 'US',
	EMailID: `${first.toLowerCase()}@example.com`,
	DayPhone: '5550100',
});
