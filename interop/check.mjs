// Reads every event topic and publishes articles with Kafka clients that others wrote.
// usage: node check.mjs BROKER REGISTRY_URL
import assert from 'node:assert/strict';
import { Kafka, logLevel } from 'kafkajs';
import kafkajsRegistry from '@kafkajs/confluent-schema-registry';
import { AvroDeserializer, AvroSerializer, SchemaRegistryClient, SerdeType } from '@confluentinc/schemaregistry';

const LIMIT_MS = 90_000;
const TYPES = ['casualty', 'interception', 'statement', 'strike', 'territory'];
const TOPICS = TYPES.map((type) => `events.${type}`);

const [broker, registryUrl] = process.argv.slice(2);
assert(broker && registryUrl, 'usage: node check.mjs BROKER REGISTRY_URL');

const kafka = new Kafka({ clientId: 'tocsin-interop', brokers: [broker], logLevel: logLevel.ERROR });
const kafkajs = new kafkajsRegistry.SchemaRegistry({ host: registryUrl });
const confluent = new SchemaRegistryClient({ baseURLs: [registryUrl] });
const confluentReader = new AvroDeserializer(confluent, SerdeType.VALUE, {});
const confluentWriter = new AvroSerializer(confluent, SerdeType.VALUE, {
  autoRegisterSchemas: false,
  useLatestVersion: true,
});

function article(id, town) {
  return {
    id,
    title: `Two killed in drone strike on ${town}`,
    text: `A Russian drone strike on ${town} killed two people and injured five on Thursday, the regional governor said.`,
    published_at: Date.parse('2026-11-19T12:00:00Z'),
    url: null,
    source: 'Interop Post',
  };
}

async function publish() {
  const producer = kafka.producer();
  await producer.connect();
  const schemaId = await kafkajs.getLatestSchemaId('articles-value');
  const byKafkajs = article('interop-kafkajs', 'Nikopol');
  const byConfluent = article('interop-confluentinc', 'Chuhuiv');
  await producer.send({
    topic: 'articles',
    messages: [
      { key: byKafkajs.id, value: await kafkajs.encode(schemaId, byKafkajs) },
      { key: byConfluent.id, value: await confluentWriter.serialize('articles', byConfluent) },
    ],
  });
  await producer.disconnect();
  return [byKafkajs.id, byConfluent.id];
}

/** Holds the headers of a record to CloudEvents 1.0 in binary mode. */
function checkCloudEvent(topic, message) {
  const told = Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, value.toString()]));
  assert.equal(told.ce_specversion, '1.0', `${topic}: version of CloudEvents`);
  assert.equal(told.ce_type, `org.tocsin.${topic.replace('events.', 'event.')}`, `${topic}: type`);
  assert.equal(told.ce_source, `/tocsin/${topic}`, `${topic}: source`);
  assert.equal(told.ce_subject, message.key.toString(), `${topic}: subject`);
  assert.match(told.ce_id, new RegExp(`^${told.ce_subject}/[0-9]+-[0-9]+$`), `${topic}: id`);
  assert(!Number.isNaN(Date.parse(told.ce_time)), `${topic}: time`);
  assert.equal(told['content-type'], 'application/vnd.confluent.avro', `${topic}: media type`);
}

/** Decodes a record with both clients and holds them to the same answer. */
async function decode(topic, message) {
  assert.equal(message.value[0], 0, `${topic}: the first byte is the magic byte`);
  const one = await kafkajs.decode(message.value);
  const other = await confluentReader.deserialize(topic, message.value);
  assert.equal(String(one.event_id), message.key.toString(), `${topic}: the key is the event id`);
  assert.equal(other.event_id, one.event_id, `${topic}: both clients read the same event`);
  assert.equal(other.confidence, one.confidence, `${topic}: both clients read the same confidence`);
  return one;
}

async function readUntil(published) {
  const consumer = kafka.consumer({ groupId: `interop-${process.pid}` });
  const decoded = Object.fromEntries(TOPICS.map((topic) => [topic, 0]));
  const coded = new Set();
  await consumer.connect();
  await consumer.subscribe({ topics: TOPICS, fromBeginning: true });
  await new Promise((resolve, reject) => {
    const limit = setTimeout(
      () => reject(new Error(`after ${LIMIT_MS} ms: decoded ${JSON.stringify(decoded)}, coded ${[...coded]}`)),
      LIMIT_MS,
    );
    consumer.run({
      eachMessage: async ({ topic, message }) => {
        try {
          if (message.value === null) return;
          const event = await decode(topic, message);
          checkCloudEvent(topic, message);
          decoded[topic] += 1;
          if (published.includes(event.article_id)) coded.add(event.article_id);
          if (TOPICS.every((t) => decoded[t] > 0) && coded.size === published.length) {
            clearTimeout(limit);
            resolve();
          }
        } catch (problem) {
          clearTimeout(limit);
          reject(problem);
        }
      },
    });
  });
  await consumer.disconnect();
  return decoded;
}

const published = await publish();
const decoded = await readUntil(published);
console.log(`decoded by both clients: ${JSON.stringify(decoded)}; published and coded: ${published.join(', ')}`);
process.exit(0);
