using System.Data.Common;

namespace Crm.Benchmarks;

/// <summary>The first page of an agent's queue as a careful programmer reads it by hand: the same columns, the same order.</summary>
public static class CaseQueuePage
{
    public static async Task<int> ReadAsync(DbConnection connection, string agent)
    {
        await using var command = connection.Command("""
            select "Id", "Number", "CustomerId", "Subject", "Status", "Category", "Priority", "AssigneeId", "OpenedAt", "Type", "AwaitingSince", "UpdatedAt"
            from crm_cases
            where "ResolvedAt" is null and "ClosedAt" is null and "AssigneeId" = @agent
            order by "Rank", "OpenedAt", "Id" limit 51
            """);
        command.With("agent", agent);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = 0;
        while (await reader.ReadAsync())
        {
            var item = (
                reader.GetGuid(0),
                reader.GetString(1),
                reader.GetGuid(2),
                Subject: reader.GetString(3),
                reader.GetString(4),
                reader.GetString(5),
                reader.GetString(6),
                reader.GetString(7),
                reader.GetDateTime(8),
                reader.IsDBNull(9) ? null : reader.GetString(9),
                reader.IsDBNull(10) ? (DateTime?)null : reader.GetDateTime(10),
                reader.GetDateTime(11));
            rows += item.Subject.Length > 0 ? 1 : 0;
        }

        return rows;
    }
}
