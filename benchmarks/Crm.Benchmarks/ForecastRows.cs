using System.Data.Common;

namespace Crm.Benchmarks;

/// <summary>Many opportunities, each with a state of the past and one that holds, written by one statement a table.</summary>
public static class ForecastRows
{
    public const string Past = "2026-01-01 00:00:00";
    public const string Since = "2026-02-01 00:00:00";

    public static void Write(Database kind, string connectionString, int count)
    {
        var isSqlite = kind == Database.Sqlite;
        var id = isSqlite ? "printf('%08X-0000-7000-8000-000000000000', n)" : "(lpad(to_hex(n), 8, '0') || '-0000-7000-8000-000000000000')::uuid";
        string Instant(string text) => isSqlite ? $"'{text}'" : $"timestamptz '{text}Z'";
        const string Stage = "case n % 4 when 0 then 'qualification' when 1 then 'analysis' when 2 then 'proposal' else 'negotiation' end";
        using var connection = AdoNet.Connect(kind, connectionString);
        using var transaction = connection.BeginTransaction();
        Copy(connection, transaction, "crm_opportunities", count, c => c switch
        {
            "Id" => id,
            "Stage" => Stage,
            "StageSince" or "OpenedAt" => isSqlite ? $"strftime('%Y-%m-%d %H:%M:%S', \"{c}\", '-' || n || ' seconds')" : $"\"{c}\" - n * interval '1 second'",
            _ => $"\"{c}\"",
        });
        foreach (var (version, at, until) in new[] { (1, Instant(Past), Instant(Since)), (2, Instant(Since), "null") })
        {
            Copy(connection, transaction, "crm_opportunity_log", count, c => c switch
            {
                "OpportunityId" => id,
                "Version" => $"{version}",
                "At" => at,
                "Until" => until == "null" && !isSqlite ? "null::timestamptz" : until,
                "Month" => $"case when n % 20 = 2 then null else 24312 + (n + {version}) % 24 end",
                "AmountAmount" => isSqlite ? "(n * 7919 % 1000000) * 100" : "(n::bigint * 7919 % 1000000) / 100.0",
                "AmountCurrency" => "case n % 3 when 0 then 'USD' else 'EUR' end",
                "OwnerId" => "'seller' || n % 50",
                "Category" => "case n % 5 when 0 then 'Won' when 1 then 'Lost' else 'Open' end",
                "ForecastCategory" => "case n % 5 when 0 then 'Closed' when 1 then 'Omitted' when 2 then 'Commit' when 3 then 'BestCase' else 'Pipeline' end",
                "Probability" => isSqlite ? "case n % 5 when 0 then 10000 when 1 then 0 else n % 4 * 2000 + 1000 end" : "case n % 5 when 0 then 1 when 1 then 0 else n % 4 * .2 + .1 end",
                "Stage" or "FurthestStage" => Stage,
                _ => $"\"{c}\"",
            });
        }

        transaction.Commit();
        connection.Execute("analyze");
    }

    // From the one row that the library wrote, so that every column holds what it would.
    private static void Copy(DbConnection connection, DbTransaction transaction, string table, int count, Func<string, string> value)
    {
        var columns = new List<string>();
        using (var read = connection.Command($"select * from {table}", transaction))
        using (var reader = read.ExecuteReader())
        {
            columns.AddRange(Enumerable.Range(0, reader.FieldCount).Select(reader.GetName));
        }

        using var insert = connection.Command($"""
            insert into {table} ({string.Join(", ", columns.Select(c => $"\"{c}\""))})
            with recursive series(n) as (select 1 union all select n + 1 from series where n < {count})
            select {string.Join(", ", columns.Select(value))} from (select * from {table} limit 1) as kept, series
            """, transaction);
        insert.CommandTimeout = 0;
        insert.ExecuteNonQuery();
    }
}
