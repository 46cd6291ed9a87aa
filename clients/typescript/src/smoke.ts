/**
 * A few typed calls of an agency: reads a centre's indicator with its explanation, computes a gain,
 * meets a refusal. CADRAN_URL and CADRAN_TOKEN say where and as whom.
 */
import { strict as assert } from 'node:assert';
import { env } from 'node:process';
import createClient from 'openapi-fetch';
import type { paths, Problem } from '../target/cadran.js';

function needed(name: string): string {
  const value = env[name];
  if (!value) {
    throw new Error(`${name} is not set`);
  }
  return value;
}

// Lists also come as CSV and XLSX; these calls ask for JSON, as a call does that says nothing.
const cadran = createClient<paths, `application/${string}json`>({
  baseUrl: needed('CADRAN_URL'),
  headers: { Authorization: `Bearer ${needed('CADRAN_TOKEN')}` },
});

function answered<T>(call: { data?: T; error?: Problem; response: Response }): T {
  if (call.data === undefined) {
    throw new Error(`${call.response.url} answered ${call.response.status} ${call.error?.code}`);
  }
  return call.data;
}

const values = answered(
  await cadran.GET('/v1/indicator-values', {
    params: { query: { centre: '930012345', quarter: '2013-Q3', indicator: 'taux-non-venue' } },
  }),
);
const value = values.items[0];
assert(value, 'the demo centre has its indicator of 2013-Q3');
assert.equal(value.centre, '930012345');

const explanation = answered(
  await cadran.GET('/v1/indicator-values/{id}/explanation', {
    params: { path: { id: value.id } },
  }),
);
assert.equal(explanation.provenance, 'PRINTED');

const gain = answered(
  await cadran.POST('/v1/gain-calculations/{levier}', {
    params: { path: { levier: 'NON_VENUE' } },
    body: {
      method: 'bao-2014',
      rows: [
        {
          specialty: 'MEDECINE_GENERALE',
          honoured: 1200,
          withoutAppointment: 300,
          cancelled: 110,
          notHonoured: 100,
          revenue: 100000,
        },
      ],
    },
  }),
);
assert.equal(gain.total, 82907.8);

const { error, response } = await cadran.GET('/v1/centres/{finess}', {
  params: { path: { finess: '930099998' } },
});
assert.equal(response.status, 404);
assert.match(error?.code ?? '', /^[A-Z_]+$/);

console.log('TypeScript client: 4 calls, as documented');
