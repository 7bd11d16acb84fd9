import { defineApi } from '../../engine/api';
import { defineListApi } from '../../engine/list';
import { changeRelease, findRelease } from '../../pipeline/changeRelease';
import { orderLineTemplate } from '../order/templates';

const header = `OrderReleaseKey="" OrderHeaderKey="" ReleaseNo="" SalesOrderNo="" EnterpriseCode=""
	DocumentType=""
	SellerOrganizationCode="" BuyerOrganizationCode="" ShipNode="" ReceivingNode="" SCAC="" CarrierServiceCode=""
	ScacAndService="" ScacAndServiceKey="" CarrierAccountNo="" FreightTerms="" DeliveryMethod="" DeliveryCode=""
	LevelOfService="" OrderType="" OrderDate="" ReqShipDate="" ReqDeliveryDate="" ReqCancelDate=""
	PackListType=""
	PriorityCode="" CustomerPONo="" Division="" HoldFlag="" GiftFlag="" ShipCompleteFlag="" Status=""
	MinOrderReleaseStatus="" MinOrderReleaseStatusDesc="" MaxOrderReleaseStatus="" MaxOrderReleaseStatusDesc=""
	ShipAdviceNo="" SupplierCode="" isHistory=""`;

const related = `<Order OrderHeaderKey="" OrderNo="" EnterpriseCode="" DocumentType="" OrderDate=""/>
	<PersonInfoShipTo FirstName="" LastName="" AddressLine1="" City="" State="" ZipCode="" Country=""/>
	<PersonInfoMarkFor/>`;

/** Header data with order and address; lines need a template [factory template]. */
export const getOrderReleaseList = defineListApi({
	name: 'getOrderReleaseList',
	root: 'OrderRelease',
	template: `<OrderReleaseList TotalOrderReleaseList=""><OrderRelease ${header}>${related}</OrderRelease>
		</OrderReleaseList>`,
	total: 'TotalOrderReleaseList',
});

/** One release, by key or by order and release number; its input root is OrderReleaseDetail. */
export const getOrderReleaseDetails = defineApi({
	name: 'getOrderReleaseDetails',
	root: 'OrderReleaseDetail',
	kind: 'read',
	template: `<OrderRelease ${header}>${related}<OrderLines>${orderLineTemplate}</OrderLines></OrderRelease>`,
	run: (context, input) => context.project('OrderRelease', findRelease(context, input)),
});

/** Cancels or backorders a release or quantities of its lines, adds lines, changes header data. */
export const changeReleaseApi = defineApi({
	name: 'changeRelease',
	root: 'OrderRelease',
	kind: 'write',
	template: '<OrderRelease EnterpriseCode="" OrderHeaderKey="" OrderReleaseKey="" ReleaseNo="" SalesOrderNo=""/>',
	run: (context, input) => context.project('OrderRelease', changeRelease(context, input)),
});
