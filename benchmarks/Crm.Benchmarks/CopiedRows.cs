using System.Data.Common;

namespace Crm.Benchmarks;

/// <summary>All rows of a database's tables of customers, cases and contacts, to be written again by prepared commands in one transaction.</summary>
public sealed class CopiedRows
{
    // In the order that foreign keys ask for.
    private static readonly string[] s_tables =
    [
        "crm_customer_imports", "crm_customers", "crm_contact_points", "crm_customer_addresses", "crm_customer_references", "crm_customer_keys", "crm_cases", "crm_case_messages", "crm_interactions", "crm_interaction_links", "crm_interaction_participants", "crm_handled_messages", "crm_automatic_answers", "crm_audit", "crm_outbox",
        "crm_timeline_entries", "crm_timeline_links", "crm_customer_import_items",
    ];

    private readonly List<(string Table, string[] Columns, List<object[]> Rows)> _tables = [];

    public static CopiedRows Read(Database kind, string connectionString) => Read(kind, connectionString, s_tables);

    public static CopiedRows Read(Database kind, string connectionString, IEnumerable<string> tables)
    {
        var copied = new CopiedRows();
        using var connection = AdoNet.Connect(kind, connectionString);
        foreach (var table in tables)
        {
            using var command = connection.Command($"select * from {table}");
            using var reader = command.ExecuteReader();
            var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToArray();
            var rows = new List<object[]>();
            while (reader.Read())
            {
                var row = new object[columns.Length];
                reader.GetValues(row);
                rows.Add(row);
            }

            copied._tables.Add((table, columns, rows));
        }

        return copied;
    }

    public int Insert(Database kind, string connectionString)
    {
        using var connection = AdoNet.Connect(kind, connectionString);
        using var transaction = connection.BeginTransaction();
        var count = 0;
        foreach (var (table, columns, rows) in _tables)
        {
            using var command = Prepared(connection, transaction, table, columns);
            var isPrepared = false;
            foreach (var row in rows)
            {
                for (var i = 0; i < row.Length; i++)
                {
                    command.Parameters[i].Value = row[i];
                }

                if (!isPrepared && kind == Database.Sqlite)
                {
                    command.Prepare();
                    isPrepared = true;
                }

                count += command.ExecuteNonQuery();
            }
        }

        transaction.Commit();
        return count;
    }

    private static DbCommand Prepared(DbConnection connection, DbTransaction transaction, string table, string[] columns)
    {
        var command = connection.Command(
            $"insert into {table} ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) values ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})", transaction);
        for (var i = 0; i < columns.Length; i++)
        {
            command.With($"p{i}");
        }

        return command;
    }
}
