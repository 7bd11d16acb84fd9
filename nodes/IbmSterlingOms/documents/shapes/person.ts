import { attributes, type Shape } from '../shape';

/** PersonInfoShipTo, PersonInfoBillTo and their like. */
export const person: Shape = {
	attributes: attributes(
		'FirstName LastName Company AddressLine1 AddressLine2 AddressLine3 City State ZipCode Country DayPhone EMailID',
	),
};
