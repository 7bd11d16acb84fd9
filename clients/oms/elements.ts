import { ENTITIES, type Entity } from './entities';

/** What a child element of a document holds: attributes of this entity, by row name and table. */
type Described = Pick<Entity, 'row' | 'table'>;

const PERSON: Described = { row: 'PersonInfo', table: 'YFS_PERSON_INFO' };

/** Child elements whose attributes are those of an entity that Sterling can describe (factory entity definitions). */
const ELEMENTS: Readonly<Record<string, Described>> = {
	CorporatePersonInfo: PERSON,
	FromAddress: PERSON,
	Order: ENTITIES.order,
	OrderLine: ENTITIES.orderLine,
	OrderRelease: ENTITIES.orderRelease,
	PersonInfoBillTo: PERSON,
	PersonInfoContact: PERSON,
	PersonInfoMarkFor: PERSON,
	PersonInfoShipTo: PERSON,
	PersonInfoSoldTo: PERSON,
	Shipment: ENTITIES.shipment,
	ToAddress: PERSON,
};

/** The entity whose attributes a child element holds; undefined where it has a form of its own. */
export function entityOfElement(element: string): Described | undefined {
	return Object.hasOwn(ELEMENTS, element) ? ELEMENTS[element] : undefined;
}
