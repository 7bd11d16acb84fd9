import com.ibm.mq.MQException;
import com.ibm.mq.MQGetMessageOptions;
import com.ibm.mq.MQMessage;
import com.ibm.mq.MQPutMessageOptions;
import com.ibm.mq.MQQueue;
import com.ibm.mq.MQQueueManager;
import com.ibm.mq.constants.MQConstants;
import java.util.Hashtable;

/** Calls of the MQI by IBM's classes for Java, without sharing conversations. Prints a line for each that did what it should. */
public class MqiCheck {
	public static void main(String[] arguments) throws Exception {
		String port = arguments[0];
		Hashtable<String, Object> properties = new Hashtable<>();
		properties.put(MQConstants.HOST_NAME_PROPERTY, "127.0.0.1");
		properties.put(MQConstants.PORT_PROPERTY, Integer.valueOf(port));
		properties.put(MQConstants.CHANNEL_PROPERTY, "DEV.APP.SVRCONN");
		properties.put(MQConstants.TRANSPORT_PROPERTY, MQConstants.TRANSPORT_MQSERIES_CLIENT);
		properties.put("Sharing Conversations", Integer.valueOf(0));
		if (arguments.length > 1) {
			properties.put(MQConstants.USER_ID_PROPERTY, arguments[1]);
			properties.put(MQConstants.PASSWORD_PROPERTY, arguments[2]);
			properties.put(MQConstants.USE_MQCSP_AUTHENTICATION_PROPERTY, true);
		}
		MQQueueManager manager = new MQQueueManager("OM_QMGR", properties);
		System.out.println("connected");

		MQQueue queue = manager.accessQueue("DEV.QUEUE.1",
				MQConstants.MQOO_INPUT_SHARED | MQConstants.MQOO_OUTPUT | MQConstants.MQOO_BROWSE | MQConstants.MQOO_INQUIRE
						| MQConstants.MQOO_FAIL_IF_QUIESCING);
		System.out.println("opened");
		MQMessage message = new MQMessage();
		message.format = MQConstants.MQFMT_STRING;
		message.characterSet = 1208;
		message.writeString("Hello from IBM's client");
		MQPutMessageOptions put = new MQPutMessageOptions();
		put.options = MQConstants.MQPMO_NO_SYNCPOINT | MQConstants.MQPMO_FAIL_IF_QUIESCING
				| MQConstants.MQPMO_SYNC_RESPONSE;
		queue.put(message, put);
		System.out.println("put");
		System.out.println("depth " + queue.getCurrentDepth());

		MQGetMessageOptions browse = new MQGetMessageOptions();
		browse.options = MQConstants.MQGMO_BROWSE_FIRST | MQConstants.MQGMO_NO_SYNCPOINT | MQConstants.MQGMO_CONVERT;
		MQMessage seen = new MQMessage();
		queue.get(seen, browse);
		System.out.println("browsed " + seen.readStringOfByteLength(seen.getDataLength()));

		MQGetMessageOptions get = new MQGetMessageOptions();
		get.options = MQConstants.MQGMO_SYNCPOINT | MQConstants.MQGMO_WAIT | MQConstants.MQGMO_CONVERT
				| MQConstants.MQGMO_FAIL_IF_QUIESCING | MQConstants.MQGMO_PROPERTIES_FORCE_MQRFH2;
		get.waitInterval = 1000;
		MQMessage taken = new MQMessage();
		queue.get(taken, get);
		System.out.println("got " + taken.readStringOfByteLength(taken.getDataLength()));
		manager.backout();
		System.out.println("backed out");
		taken = new MQMessage();
		queue.get(taken, get);
		System.out.println("backout count " + taken.backoutCount);
		manager.commit();
		System.out.println("committed");

		MQMessage large = new MQMessage();
		large.write(new byte[200000]);
		put.options = MQConstants.MQPMO_SYNCPOINT | MQConstants.MQPMO_SYNC_RESPONSE;
		queue.put(large, put);
		manager.commit();
		MQMessage back = new MQMessage();
		queue.get(back, get);
		manager.commit();
		System.out.println("large " + back.getDataLength());
		try {
			queue.get(new MQMessage(), get);
		} catch (MQException nothing) {
			System.out.println("empty " + nothing.reasonCode);
		}
		queue.close();
		put.options = MQConstants.MQPMO_NO_SYNCPOINT | MQConstants.MQPMO_SYNC_RESPONSE;
		manager.put("DEV.QUEUE.2", new MQMessage(), put);
		System.out.println("put1");
		manager.disconnect();
		System.out.println("disconnected");
	}
}
