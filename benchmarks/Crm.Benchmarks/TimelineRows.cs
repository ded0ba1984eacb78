using Npgsql;
using NpgsqlTypes;

namespace Crm.Benchmarks;

/// <summary>A contact of one customer.</summary>
public sealed record TimelineRow(Guid Id, Guid Subject, Guid Reference, DateTime At, string Text);

/// <summary>Fills the timeline's two tables: by prepared inserts on SQLite, by COPY on PostgreSQL.</summary>
public static class TimelineRows
{
    public static void Write(Database kind, string connectionString, IEnumerable<TimelineRow> rows)
    {
        if (kind == Database.Sqlite)
        {
            Insert(connectionString, rows);
        }
        else
        {
            Copy(connectionString, [.. rows]);
        }
    }

    private static void Insert(string connectionString, IEnumerable<TimelineRow> rows)
    {
        using var connection = AdoNet.Connect(Database.Sqlite, connectionString);
        using var transaction = connection.BeginTransaction();
        using var entry = connection.Command("""
            insert into crm_timeline_entries ("Id", "At", "Kind", "Channel", "Direction", "ActorId", "ActorName", "Audience", "ReferenceKind", "ReferenceId", "Text")
            values (@id, @at, 'interaction', 'phone', 'Inbound', 'ada', 'Ada Agent', 'Customer', 'interaction', @reference, @text)
            """, transaction);
        using var link = connection.Command("""
            insert into crm_timeline_links ("EntryId", "SubjectId", "SubjectKind", "At", "Kind", "Audience")
            values (@id, @subject, 'customer', @at, 'interaction', 'Customer')
            """, transaction);
        var (id, at, reference, text) = (entry.With("id", Guid.Empty), entry.With("at", DateTime.UnixEpoch), entry.With("reference", Guid.Empty), entry.With("text", ""));
        var (linkId, subject, linkAt) = (link.With("id", Guid.Empty), link.With("subject", Guid.Empty), link.With("at", DateTime.UnixEpoch));
        foreach (var row in rows)
        {
            id.Value = linkId.Value = row.Id;
            at.Value = linkAt.Value = row.At;
            reference.Value = row.Reference;
            text.Value = row.Text;
            subject.Value = row.Subject;
            entry.ExecuteNonQuery();
            link.ExecuteNonQuery();
        }

        transaction.Commit();
        connection.Execute("analyze");
    }

    private static void Copy(string connectionString, List<TimelineRow> rows)
    {
        using var connection = (NpgsqlConnection)AdoNet.Connect(Database.PostgreSql, connectionString);
        using (var entries = connection.BeginBinaryImport("""
            copy crm_timeline_entries ("Id", "At", "Kind", "Channel", "Direction", "ActorId", "ActorName", "Audience", "ReferenceKind", "ReferenceId", "Text") from stdin (format binary)
            """))
        {
            foreach (var row in rows)
            {
                entries.StartRow();
                entries.Write(row.Id, NpgsqlDbType.Uuid);
                entries.Write(row.At, NpgsqlDbType.TimestampTz);
                Texts(entries, "interaction", "phone", "Inbound", "ada", "Ada Agent", "Customer", "interaction");
                entries.Write(row.Reference, NpgsqlDbType.Uuid);
                Texts(entries, row.Text);
            }

            entries.Complete();
        }

        using (var links = connection.BeginBinaryImport("""
            copy crm_timeline_links ("EntryId", "SubjectId", "SubjectKind", "At", "Kind", "Audience") from stdin (format binary)
            """))
        {
            foreach (var row in rows)
            {
                links.StartRow();
                links.Write(row.Id, NpgsqlDbType.Uuid);
                links.Write(row.Subject, NpgsqlDbType.Uuid);
                Texts(links, "customer");
                links.Write(row.At, NpgsqlDbType.TimestampTz);
                Texts(links, "interaction", "Customer");
            }

            links.Complete();
        }

        connection.Execute("vacuum analyze");
    }

    private static void Texts(NpgsqlBinaryImporter importer, params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            importer.Write(text, NpgsqlDbType.Text);
        }
    }
}
