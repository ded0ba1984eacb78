using System.Data.Common;
using Crm.Domain.Orders;

namespace Crm.Benchmarks;

/// <summary>The same five rows per purchase by prepared commands in one transaction.</summary>
public static class HandWrittenImport
{
    public static int Run(Database kind, string connectionString, IEnumerable<ImportedPurchase> rows)
    {
        using var connection = AdoNet.Connect(kind, connectionString);
        using var transaction = connection.BeginTransaction();
        using var order = Prepared(connection, transaction, "crm_orders", "Id", "Version", "Number", "CustomerId", "Status", "PlacedAt", "PurchasedOn", "ExternalId", "TotalAmount", "TotalCurrency");
        using var line = Prepared(connection, transaction, "crm_order_lines", "OrderId", "Number", "Sku", "Description", "Quantity", "Returned", "UnitPriceAmount", "UnitPriceCurrency", "TotalAmount", "TotalCurrency");
        using var fact = Prepared(connection, transaction, "crm_purchase_facts", "OrderId", "Ordinal", "LineNumber", "CustomerId", "Kind", "Sku", "Quantity", "PurchasedOn", "OccurredAt", "AmountAmount", "AmountCurrency");
        using var entry = Prepared(connection, transaction, "crm_timeline_entries", "Id", "At", "Kind", "ActorId", "ActorName", "Audience", "ReferenceKind", "ReferenceId", "Text");
        using var link = Prepared(connection, transaction, "crm_timeline_links", "EntryId", "SubjectId", "SubjectKind", "At", "Kind", "Audience");
        var count = 0;
        foreach (var row in rows)
        {
            count++;
            var id = Guid.NewGuid();
            var entryId = Guid.NewGuid();
            var at = row.On.AtMidnight().InUtc().ToDateTimeUtc();
            var on = row.On.ToDateOnly();
            var customer = row.CustomerId.Value;
            var amount = Decimal(kind, row.Amount.Amount);
            var quantity = Decimal(kind, row.Quantity);
            var unit = Decimal(kind, decimal.Round(row.Amount.Amount / row.Quantity, 4));
            Insert(order, id, 1L, $"H-{count}", customer, "Completed", at, on, $"hand:{count}", amount, "EUR");
            Insert(line, id, 1, row.Sku!, row.Sku!, quantity, Decimal(kind, 0), unit, "EUR", amount, "EUR");
            Insert(fact, id, 1, 1, customer, "Sale", row.Sku!, quantity, on, at, amount, "EUR");
            Insert(entry, entryId, at, "order-placed", "benchmark", "benchmark", "Customer", "order", id, $"H-{count}: {row.Amount}");
            Insert(link, entryId, id, "order", at, "order-placed", "Customer");
            Insert(link, entryId, customer, "customer", at, "order-placed", "Customer");
        }

        transaction.Commit();
        return count;
    }

    private static DbCommand Prepared(DbConnection connection, DbTransaction transaction, string table, params string[] columns)
    {
        var command = connection.Command(
            $"insert into {table} ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) values ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})", transaction);
        for (var i = 0; i < columns.Length; i++)
        {
            command.With($"p{i}");
        }

        return command;
    }

    private static void Insert(DbCommand command, params object[] values)
    {
        var isFirst = command.Parameters[0].Value is DBNull;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        if (isFirst)
        {
            command.Prepare();
        }

        command.ExecuteNonQuery();
    }

    private static object Decimal(Database kind, decimal value) => kind == Database.Sqlite ? (long)(value * 10_000m) : value;
}
