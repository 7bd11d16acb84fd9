import type { Row } from '../store/entity';

const template = (api: string, id: string, data: string): Row => ({
	ApiTemplateKey: id,
	OrganizationCode: 'DEFAULT',
	TemplateType: '00',
	ApiName: api,
	TemplateId: id,
	Description: `Demo template of ${api}`,
	TemplateData: data,
});

/** Stored output templates; the key and the id are the same. */
export const templateSeed: Row[] = [
	template(
		'getOrderList',
		'def_getOrderList_01',
		`<OrderList TotalOrderList=""><Order OrderHeaderKey=""
		OrderNo=""
		EnterpriseCode="" DocumentType="" Status="" MinOrderStatus="" MaxOrderStatus="" Createts="" Modifyts="">
		<Extn/><OrderLines><OrderLine OrderLineKey="" PrimeLineNo="" OrderedQty=""><Item ItemID=""/></OrderLine>
		</OrderLines></Order></OrderList>`,
	),
	template(
		'getOrderDetails',
		'def_getOrderDetails_01',
		`<Order OrderHeaderKey="" OrderNo="" Status=""
		Modifyts=""><Extn/><OrderLines><OrderLine OrderLineKey="" OrderedQty="" Status=""><Extn/></OrderLine>
		</OrderLines></Order>`,
	),
	template(
		'createOrder',
		'def_createOrder_01',
		`<Order OrderHeaderKey="" OrderNo="" EnterpriseCode=""
		DocumentType="" HoldFlag="" SellerOrganizationCode="" Status=""/>`,
	),
	template('changeOrder', 'def_changeOrder_01', `<Order OrderHeaderKey="" OrderNo="" Status="" Modifyts=""/>`),
	template(
		'cancelOrder',
		'def_cancelOrder_01',
		`<Order OrderHeaderKey="" OrderNo="" EnterpriseCode=""
		DocumentType="" Status="" MaxOrderStatus=""/>`,
	),
];
