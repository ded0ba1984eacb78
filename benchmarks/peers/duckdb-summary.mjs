// Summarises purchases with DuckDB: node duckdb-summary.mjs FILE.csv ROUNDS THREADS
// Prints one JSON line: the sums that say whether the answer is right, and CPU and elapsed milliseconds of every round.
import { DuckDBInstance } from '@duckdb/node-api';

const [file, rounds, threads] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const instance = await DuckDBInstance.create(':memory:', { threads: String(threads) });
const db = await instance.connect();
await db.run(`create table purchases as select customer::bigint customer, day::integer as day, amount::bigint amount
  from read_csv('${file}', header = true, columns = {'customer': 'bigint', 'day': 'integer', 'amount': 'bigint'})`);

// All purchases of a day are one; the monetary value leaves out the first day. One row for each customer, as the library gives.
const query = `create or replace temp table summaries as
  with daily as (select customer, day, sum(amount) amount from purchases group by customer, day),
       firsts as (select customer, min(day) began, max(day) ended, count(*) visits, sum(amount) total, arg_min(amount, day) at_first from daily group by customer)
  select customer, visits - 1 frequency, ended - began recency, (select max(day) from purchases) - began age, total,
         case when visits > 1 then (total - at_first)::double / 10000 / (visits - 1) else 0 end monetary
  from firsts`;

const [cpu, elapsed] = [[], []];
for (let round = 0; round < rounds; round++) {
  const [before, start] = [process.cpuUsage(), performance.now()];
  await db.run(query);
  const spent = process.cpuUsage(before);
  cpu.push(Math.round((spent.user + spent.system) / 1000));
  elapsed.push(Math.round(performance.now() - start));
}

const sums = (await (await db.runAndReadAll(`select count(*)::integer, sum(frequency)::bigint::varchar, sum(recency)::bigint::varchar, sum(age)::bigint::varchar,
  sum(total)::bigint::varchar, sum(monetary)::varchar from summaries`)).getRows())[0];
const version = (await (await db.runAndReadAll('select version()')).getRows())[0][0];
console.log(JSON.stringify({ version, customers: sums[0], frequency: Number(sums[1]), recency: Number(sums[2]), age: Number(sums[3]), total: Number(sums[4]), monetary: Number(sums[5]), cpu, elapsed }));
