/** What was changed or tried because of a figure; goes into the results. */
export const TRIED = `## What was tried

- **Client CPU.** Profiles of 1,000 createOrder calls showed joined abort signals, an async iterator and a stream for
  each body, a new TextDecoder and a hash of the certificate for each request, and an error created for each body that
  arrived. Requests now use undici's own events, decoders are kept, and the hash and the REST root are created once.
- **Node.** Most of its CPU was n8n's resolution of parameters: 0.4 ms for each expression of each item in a profile,
  because n8n creates a data proxy with two dates and some sixty globals for each. A parameter without an expression is
  now resolved once for all items, and expressions of the next items are resolved while responses are pending. An
  expression that is only a field of the item (\`{{ $json.orderNo }}\`, which is what dragging a field writes) is read
  without that engine; a property test compares the result with n8n's. For 1,000 orders, n8n's part of a profile fell
  from 390 ms to 30 ms. When the forms of the node were redesigned, each item looked up labels, choices and descriptions
  of some forty parameters again, and built labels for errors that never occurred: 1.13x became 1.57x. What is the same
  for all items is now read and checked once. CPU of the node for 1,000 orders, best of three alternating runs on a busy
  machine: 1.77 s before, 1.39 s now, compared with 0.62 s of the floor, 0.75 s of the library (0.89 s before) and
  0.28 s of n8n's engine with a node that only reads the parameters. What remains between library and node is building
  and checking the document: code that runs a thousand times is hardly compiled by then. What the fields without an
  expression write is therefore written once and copied for each item, which took a third of that away. Little of the
  rest is n8n's: its engine with a node that does nothing takes 13 ms of CPU for 1,000 items.
  A profile of compiled code shows no single place that costs much, so many small ones were mended: documents are walked
  without lists of their names, roots are derived from the name of an API once, and promises are passed on instead of being
  awaited and wrapped: 155 µs of CPU for an order became 129 µs (without a network, one thread, least of six runs).
  Then the fields that are the same for all items were laid together in one step, those that write nothing left out of the
  loop, and what no document came for no longer checked and merged: the node's part of an order, without the library, took
  43 µs to 49 µs and takes 29 µs to 32 µs now (least of eight, three runs each, on a busy machine).
- **Per request.** The proxy of the environment is looked up once for each client instead of each request (57 ms of
  1,000 requests in a profile), addresses are joined and not parsed, a fresh login is used without waiting, the head of
  a response is examined without copying it, and a body that is neither compressed nor XML is not searched for signs of
  either.
- **B2B Integrator.** Each upload was searched for secrets byte by byte, and its pool was identified by a new hash of
  the certificates. An upload of one megabyte had a million entries to search.
- **Availability.** The time of a response was parsed and formatted for each of its lines, and the header of a call was
  written as text for each item. The floor counted its items wrongly, although it made all of its calls. The client's
  own part of 10,000 items took 261 ms of CPU (least of eight runs on a busy machine, without a network; JSON alone 37 ms)
  and takes 159 ms now: rows are written out instead of spread together, entries get their place in a call when its turn
  comes, raw responses are dropped where nobody asks for them, and a response without an ampersand is not searched for
  entities.
- **Certificates.** Each new pool read its authorities again, also those of NODE_EXTRA_CA_CERTS: 50 ms of CPU with the
  bundle of Debian, for each poll of a trigger whose connections had been idle for a minute. The context of TLS is now
  kept for an hour.
- **IBM MQ.** Two timers were set and cleared for each call, each request was copied three times into new memory, and of
  each response to a put all 29 fields of the descriptor were read for one. CPU of putting and draining 4,000 messages:
  1.76 s before, 1.21 s now, the bare socket 0.7 s (least of three runs on a busy machine). A request that comes later
  finds the other side asleep, and waking it costs more than the request: that is most of the rest.
  Later, random bytes were drawn for each message ID (5 µs; now for 128 at once), the open queues were sorted for each
  call, and messages without a header went through the reader of headers. In the same process as the client before, taking turns
  with it on a busy machine, CPU of a put fell from 44 µs to 36 µs, and of a get with its commit from 80 µs to 67 µs (bare
  socket 15 µs and 28 µs; least of 16 runs). A descriptor still takes 5 µs to read. Considered and rejected: copying a
  template of its fields (no faster), and reading it field by field in code of its own (says the layout twice).
- **IBM MQ, IBM's client.** Half of the time of a call went into errors of the binding that nobody reads: IBM's package
  ibmmq creates up to six in each call, also where all goes well, and V8 collects a stack for each, which is longer in a
  program than in a bare loop. The client now calls the binding without stacks. It then took 0.7x of the bare binding to put
  and 0.3x to drain, so the bare binding is called without stacks as well, to be the least code again.
- **Warm contenders.** The first connection of a process with its own authority also reads the hundred and fifty public
  authorities of Node.js, which takes 40 ms to 150 ms once: unlike the option \`ca\`, the client trusts its authority in
  addition to them. So every contender has worked before it is measured, and each has several turns. Single runs had measured
  1.95x for XML and 1.28x for the trigger where others measured 1.45x and 1.06x. Until lately that work was a single order,
  item or page, which left the compiling of everything else in the figures of the larger program: the node took 1.48 s of
  CPU for 1,000 orders, and 0.87 s after 1,000 others (floor 0.82 s and 0.41 s). Between warming up and measuring, the
  contexts of TLS were forgotten together with the connections, which n8n does not do: 37 ms for the library alone.
  A second and a half was too short as well, so all contenders now warm up by 5,000 pieces of work, or for five seconds.
  V8 had hardly anything left to compile by then (5 to 10 functions in 1,000 orders), and yet compiled 76 functions of
  the floor and 110 of the node while they were measured: all garbage was collected just before, which also discards
  optimized code. No process of n8n does that. It is collected before the warm-up now. The CPU of 1,000 orders fell from
  0.51 s to 0.20 s (floor) and from 0.86 s to 0.30 s (node), and the node's time at 0 ms from 1.28x of the floor's to 1.02x.
- **Throughput over the baseline** is limited by the round trips. With 16 requests in flight and 20 ms, they alone allow
  1.25 s. TCP, TLS 1.3 and the request of the baseline take three round trips, so latency alone gives a ratio of 3.0.
  The floor itself reaches 3.0x to 3.3x, the node 2.8x to 3.0x. The CPU cost of handshakes comes on top, and matters
  more if the machine has little to spare. Over TLS 1.2, a handshake takes one more round trip. Considered and rejected:
  opening connections while the login is under way (saves two round trips of a whole run, and costs a full handshake for
  each connection), and several orders in one multiApi request (one refused order would undo the others).
- **Reading JSON.** The text was searched for numbers before each parse and copied twice after it. Numbers are now
  looked for in the parsed document, in place, since Sterling writes strings: 2,500 orders took 40 ms and now take 9 ms,
  of which JSON.parse takes 6 ms.
- **Reading XML.** fast-xml-parser took 61 ms to parse a page of 2,500 orders and 38 ms to validate it, which its parser
  does not do; JSON.parse takes 6 ms. That was 3.7x to 4.1x the CPU of JSON for 20,000 orders. Then saxen, which checks
  what it reads, read the XML that Sterling writes (30 ms with our part). Whatever it could not read went to
  fast-xml-parser, which reads it after all or reports the broken line; a property test compares the two. For 10,000
  orders the ratio is 1.9x to 2.05x, because much of it is compiling; for 50,000 orders it is 1.4x to 1.7x. The scan
  that limits a text before a parser sees it took 30 ms for a page of 5,000 orders. Tags as systems usually write them
  are now scanned by one regular expression, which takes 14 ms (121 ms with the parser before, 100 ms now). Considered
  and rejected: saxes and parse-xml (49 ms), htmlparser2 (27 ms, accepts broken documents), a reader of our own (24 ms).
  Half of saxen's time were attributes, and it cannot show where a tag is without counting lines from the start. So a
  reader of our own came after all. It walks once instead of twice, and expects elements and attributes in the order in
  which they came before, so that it compares names and does not cut them out of the text: a page of 2,500 orders with
  two lines each takes 32 ms where it took 56 ms, and the same as JSON 19 ms (least of four runs on a busy machine).
- **429.** Halving the requests in flight alone reached 71 % of the permitted rate (one run): refused requests waited
  while others continued to be refused. Now the pause that the server requires applies to all requests, and a pace is
  kept: the lower of two bursts, less 4 %. A pace of 98 % of it was refused late whenever either side was held up for
  some 20 ms, which cost a second each time and 15 % of the rate for the rest: 81 % in the worst run. Now such a late
  refusal leaves the rate unchanged. Lowering it by 5 % and raising it again later took four more constants and reached
  no more.
- **Load.** The first localeCompare of the field names took 6 ms to load collation tables; names are now compared
  without them. Code that both nodes share exists once, and the client library is loaded when a node first runs (5 ms).
- **Trigger.** The time of the server was requested before the rows. Now the first page provides it: its Date less the
  duration of the request. Times are parsed once, and a path of a single name is read directly. The hash by which an
  event is remembered is only calculated if something is, or has to be, remembered. The first date asked for the locale
  of the machine, which takes 20 ms and no longer happens.
  Later a profile of 100,000 changes showed 1.3 s of CPU, of which the floor needs 0.55 s: an item was built twice, each
  time was trimmed and matched twice, keys were compared twice, and the names of each row were listed twice while its JSON
  was read (\`for in\` takes a sixth of \`Object.keys\`). A short text is no longer scanned before it is parsed. The next
  page is requested as soon as one has arrived, if its rows find room, and comes while events and documents are read. A
  trigger that starts in the past no longer asks for the time first. On a busy machine the ratio fell from 1.16x to 1.21x
  to 1.08x to 1.10x. What remains is some 3 ms of CPU for each page of 500. Considered and rejected: remembering the last
  time that was parsed, which helps only where many rows share a second, and larger pages, which the floor could read too.
- **X12.** A profile of reading shows little but \`String.split\`: a segment is split once at its element separators,
  and components and repetitions are only looked for where their separators occur. node-x12 keeps the whole file and a
  tree of some hundred times its size in memory: 10,000 orders in one file end with "heap out of memory" at 4 GB, so all
  readers read the same files of 1,000 orders. Writing first built segments from growing strings, and half of the time
  went to the garbage collector (1.8x the throughput of node-x12). Now each segment is joined once, and most values
  need only one test.`;
