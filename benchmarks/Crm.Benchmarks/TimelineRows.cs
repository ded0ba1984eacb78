using System.Data.Common;
using Npgsql;
using NpgsqlTypes;

namespace Crm.Benchmarks;

/// <summary>A contact of one customer.</summary>
public sealed record TimelineRow(Guid Id, Guid Subject, Guid Reference, DateTime At, string Text, string Channel = "phone");

/// <summary>
/// Fills the timeline's two tables in bulk: by prepared inserts on SQLite, by COPY on PostgreSQL. The index of pages is made once the rows are there.
/// </summary>
public static class TimelineRows
{
    private const string Index = "crm_ix_timeline_links_page";

    /// <param name="kind">The database.</param>
    /// <param name="connectionString">Where it is.</param>
    /// <param name="rows">Makes the rows, the same ones each time.</param>
    public static void Write(Database kind, string connectionString, Func<IEnumerable<TimelineRow>> rows)
    {
        using var connection = AdoNet.Connect(kind, connectionString);
        string index;
        using (var find = connection.Command(kind == Database.Sqlite ? $"select sql from sqlite_master where name = '{Index}'" : $"select indexdef from pg_indexes where indexname = '{Index}'"))
        {
            index = (string)find.ExecuteScalar()!;
        }

        connection.Execute($"drop index \"{Index}\"");
        if (kind == Database.Sqlite)
        {
            Insert(connection, rows());
        }
        else
        {
            Copy((NpgsqlConnection)connection, rows);
        }

        connection.Execute(index);
        connection.Execute(kind == Database.Sqlite ? "analyze" : "vacuum analyze");
    }

    private static void Insert(DbConnection connection, IEnumerable<TimelineRow> rows)
    {
        using var transaction = connection.BeginTransaction();
        using var entry = connection.Command("""
            insert into crm_timeline_entries ("Id", "At", "Kind", "Channel", "Direction", "ActorId", "ActorName", "AgentId", "Audience", "ReferenceKind", "ReferenceId", "Text")
            values (@id, @at, 'interaction', @channel, 'Inbound', 'ada', 'Ada Agent', 'ada', 'Customer', 'interaction', @reference, @text)
            """, transaction);
        using var link = connection.Command("""
            insert into crm_timeline_links ("EntryId", "SubjectId", "SubjectKind", "At", "Kind", "Audience", "Channel", "Direction", "AgentId")
            values (@id, @subject, 'customer', @at, 'interaction', 'Customer', @channel, 'Inbound', 'ada')
            """, transaction);
        var (id, at, reference, text, channel) = (entry.With("id", Guid.Empty), entry.With("at", DateTime.UnixEpoch), entry.With("reference", Guid.Empty), entry.With("text", ""), entry.With("channel", ""));
        var (linkId, subject, linkAt, linkChannel) = (link.With("id", Guid.Empty), link.With("subject", Guid.Empty), link.With("at", DateTime.UnixEpoch), link.With("channel", ""));
        foreach (var row in rows)
        {
            id.Value = linkId.Value = row.Id;
            at.Value = linkAt.Value = row.At;
            reference.Value = row.Reference;
            text.Value = row.Text;
            subject.Value = row.Subject;
            channel.Value = linkChannel.Value = row.Channel;
            entry.ExecuteNonQuery();
            link.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private static void Copy(NpgsqlConnection connection, Func<IEnumerable<TimelineRow>> rows)
    {
        using (var entries = connection.BeginBinaryImport("""
            copy crm_timeline_entries ("Id", "At", "Kind", "Channel", "Direction", "ActorId", "ActorName", "AgentId", "Audience", "ReferenceKind", "ReferenceId", "Text") from stdin (format binary)
            """))
        {
            foreach (var row in rows())
            {
                entries.StartRow();
                entries.Write(row.Id, NpgsqlDbType.Uuid);
                entries.Write(row.At, NpgsqlDbType.TimestampTz);
                Texts(entries, "interaction", row.Channel, "Inbound", "ada", "Ada Agent", "ada", "Customer", "interaction");
                entries.Write(row.Reference, NpgsqlDbType.Uuid);
                Texts(entries, row.Text);
            }

            entries.Complete();
        }

        using var links = connection.BeginBinaryImport("""
            copy crm_timeline_links ("EntryId", "SubjectId", "SubjectKind", "At", "Kind", "Audience", "Channel", "Direction", "AgentId") from stdin (format binary)
            """);
        foreach (var row in rows())
        {
            links.StartRow();
            links.Write(row.Id, NpgsqlDbType.Uuid);
            links.Write(row.Subject, NpgsqlDbType.Uuid);
            Texts(links, "customer");
            links.Write(row.At, NpgsqlDbType.TimestampTz);
            Texts(links, "interaction", "Customer", row.Channel, "Inbound", "ada");
        }

        links.Complete();
    }

    private static void Texts(NpgsqlBinaryImporter importer, params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            importer.Write(text, NpgsqlDbType.Text);
        }
    }
}
