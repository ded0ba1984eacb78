using System.Data.Common;

namespace Crm.Benchmarks;

/// <summary>A page of a timeline as a careful programmer reads it by hand.</summary>
public static class TimelinePage
{
    private const string Columns = """
        e."Id", e."At", e."Kind", e."Channel", e."Direction", e."ActorName", e."Audience", e."ReferenceKind", e."ReferenceId", e."Text", e."AgentId"
        """;

    /// <summary>The first page of 50, or the one after a row; of one channel, where it is named.</summary>
    public static async Task<(int Rows, DateTime LastAt, Guid LastId)> ReadAsync(DbConnection connection, Guid subject, (DateTime At, Guid Id)? after = null, string? channel = null)
    {
        await using var command = connection.Command($"""
            select {Columns}
            from (select "EntryId", "At" from crm_timeline_links where "SubjectId" = @subject{(after is null ? "" : " and \"At\" <= @at and (\"At\" < @at or \"EntryId\" < @id)")}{(channel is null ? "" : " and \"Channel\" = @channel")}
                  order by "At" desc, "EntryId" desc limit 51) l
            join crm_timeline_entries e on e."Id" = l."EntryId"
            order by e."At" desc, e."Id" desc
            """);
        command.With("subject", subject);
        if (after is { } place)
        {
            command.With("at", place.At);
            command.With("id", place.Id);
        }

        if (channel is not null)
        {
            command.With("channel", channel);
        }

        await using var reader = await command.ExecuteReaderAsync();
        var (rows, at, id) = (0, default(DateTime), default(Guid));
        while (await reader.ReadAsync())
        {
            var item = (
                Id: reader.GetGuid(0),
                At: reader.GetDateTime(1),
                reader.GetString(2),
                reader.IsDBNull(3) ? null : reader.GetString(3),
                reader.IsDBNull(4) ? null : reader.GetString(4),
                reader.GetString(5),
                reader.GetString(6),
                reader.IsDBNull(7) ? null : reader.GetString(7),
                reader.IsDBNull(8) ? (Guid?)null : reader.GetGuid(8),
                Text: reader.GetString(9),
                reader.IsDBNull(10) ? null : reader.GetString(10));
            rows += item.Text.Length > 0 ? 1 : 0;
            (at, id) = (item.At, item.Id);
        }

        return (rows, at, id);
    }
}
