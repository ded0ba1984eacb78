using System.Runtime.CompilerServices;
using Crm.Domain.Auditing;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Access;
using Crm.Persistence.EfCore.Encryption;
using Crm.Persistence.EfCore.Querying;
using Crm.Persistence.EfCore.Saving;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Auditing;

internal sealed class AuditQueries(CrmDb db) : IAuditQueries
{
    public async Task<Page<AuditedSave>> PageAsync(SubjectReference record, AuditCriteria criteria, PageRequest page, CancellationToken cancellationToken)
    {
        var (items, after) = (new List<AuditedSave>(), page.After);
        if (!await db.SeesAsync(record, cancellationToken).ConfigureAwait(false))
        {
            return new([], null);
        }

        while (true)
        {
            var rows = await Page(record, criteria, after).Take(page.Take + 1).ToListAsync(cancellationToken).ConfigureAwait(false);
            foreach (var save in rows.Select(row => ToSave(row, criteria.Field)))
            {
                // The database finds the field by its name in a text, which may be elsewhere in it.
                if (criteria.Field is null || save.Changes.Count > 0)
                {
                    items.Add(save);
                }
            }

            if (rows.Count <= page.Take || items.Count > page.Take)
            {
                return items.ToPage(page, s => new PageKey(s.At, s.Id));
            }

            after = new PageKey(rows[^1].At, rows[^1].Id);
        }
    }

    public async IAsyncEnumerable<AuditedSave> ReadAsync(SubjectReference record, Instant until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!await db.SeesAsync(record, cancellationToken).ConfigureAwait(false))
        {
            yield break;
        }

        var id = record.Id;
        var rows = db.Context.Set<AuditEntry>().AsNoTracking()
            .Where(e => e.AggregateId == id && e.At <= until)
            .OrderBy(e => e.AggregateVersion).ThenBy(e => e.At).ThenBy(e => e.Id)
            .AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return ToSave(row, null);
        }
    }

    private IQueryable<AuditEntry> Page(SubjectReference record, AuditCriteria criteria, PageKey? after)
    {
        var id = record.Id;
        var entries = db.Context.Set<AuditEntry>().AsNoTracking().Where(e => e.AggregateId == id);
        if (criteria.From is { } from)
        {
            entries = entries.Where(e => e.At >= from);
        }

        if (criteria.Before is { } before)
        {
            entries = entries.Where(e => e.At < before);
        }

        if (criteria.ActorId is { } actor)
        {
            var stored = StorableText.Of(actor);
            entries = entries.Where(e => e.ActorId == stored);
        }

        // Encrypted changes tell the database nothing; the fields are looked for as the rows arrive.
        if (criteria.Field is { } field && EncryptedColumns.KeysOf(db.Context.Model) is null)
        {
            // Quotation marks within values are escaped, so this is the beginning of a name or of a part's name.
            var (name, part) = ($"\"{StorableText.Of(field)}\":", $"\"{StorableText.Of(field.Split('.')[0])}:");
            var value = $"\"{StorableText.Of(field)}/";
            entries = entries.Where(e => e.Changes.Contains(name) || e.Changes.Contains(part) || e.Changes.Contains(value));
        }

        if (after is not null)
        {
            var (at, last) = (after.At, after.Id);
            entries = entries.Where(e => e.At <= at && (e.At < at || e.Id < last));
        }

        // Versions, not the clock, order what happened; but people read by time.
        return entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Id);
    }

    private static AuditedSave ToSave(AuditEntry row, string? field)
    {
        var changes = AuditJson.Read(row.Changes).Select(c => FieldChange.Parse(c.Name, c.Before, c.After)).Where(c => field is null || c.Is(field)).ToList();
        return new AuditedSave(
            row.Id,
            row.At,
            row.ActorKind,
            row.ActorId,
            row.ActorName,
            row.Reason,
            row.CorrelationId,
            row.AggregateType,
            row.AggregateVersion,
            row.Acts.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            changes);
    }
}
