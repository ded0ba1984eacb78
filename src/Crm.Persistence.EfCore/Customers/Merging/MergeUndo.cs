using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Saving;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Customers;

/// <summary>Undoes one merge, row by row in reverse, unless something that the merge made was changed since.</summary>
internal sealed class MergeUndo(DbContext context, MergeTables tables, MergeSummary merge, CrmErrorDescriber errors)
{
    public async Task<CrmError?> RunAsync(Instant now, ExplicitRows explicitRows, CancellationToken cancellationToken)
    {
        var rows = await context.Set<CustomerMergeRow>().AsNoTracking().Where(r => r.MergeId == merge.Id).OrderBy(r => r.Ordinal)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        if (!rows.Exists(r => r.Change == MergeRowChange.Removed && IsCustomer(r)))
        {
            return errors.MergeNotUndoable(merge.Id.ToString());
        }

        await context.Set<CustomerTombstone>().Where(t => t.MergeId == merge.Id).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        var changed = await TakeAwayAsync([.. rows.Where(r => r.Change == MergeRowChange.Added)], cancellationToken).ConfigureAwait(false)
            ?? await PutBackAsync([.. rows.Where(r => r.Change == MergeRowChange.Removed && IsCustomer(r))], cancellationToken).ConfigureAwait(false)
            ?? await ChangeBackAsync([.. rows.Where(r => r.Change == MergeRowChange.Changed)], cancellationToken).ConfigureAwait(false)
            ?? await PutBackAsync([.. rows.Where(r => r.Change == MergeRowChange.Removed && !IsCustomer(r))], cancellationToken).ConfigureAwait(false)
            ?? await MoveBackAsync([.. rows.Where(r => r.Change == MergeRowChange.Moved)], cancellationToken).ConfigureAwait(false);
        if (changed is not null)
        {
            return errors.MergeChangedSince(merge.Id.ToString(), changed);
        }

        await context.Set<CustomerMergeRow>().Where(r => r.MergeId == merge.Id).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await context.Set<CustomerMerge>().Where(m => m.Id == merge.Id).ExecuteUpdateAsync(u => u.SetProperty(m => m.UndoneAt, now), cancellationToken).ConfigureAwait(false);
        await explicitRows.WriteAuditAsync(
            context, nameof(CustomerMerge), merge.Id.Value, 2, new CustomersUnmerged(merge.SurvivorId, merge.AbsorbedId, merge.Id, now), "{}", cancellationToken).ConfigureAwait(false);
        return null;
    }

    private async Task<string?> TakeAwayAsync(List<CustomerMergeRow> added, CancellationToken cancellationToken)
    {
        foreach (var row in Enumerable.Reverse(added))
        {
            var (table, key, made) = (tables.Named(row.Table), RowImage.FromJson(row.Key), RowImage.FromJson(row.After!));
            var present = await table.SelectAsync(key.Values, cancellationToken).ConfigureAwait(false);
            if (present is not [var now] || Differs(table, made, now))
            {
                return row.Table;
            }

            await table.DeleteAsync(key, cancellationToken).ConfigureAwait(false);
        }

        return null;
    }

    private async Task<string?> ChangeBackAsync(List<CustomerMergeRow> changed, CancellationToken cancellationToken)
    {
        foreach (var row in changed)
        {
            var (table, key, made) = (tables.Named(row.Table), RowImage.FromJson(row.Key), RowImage.FromJson(row.After!));
            var present = await table.SelectAsync(key.Values, cancellationToken).ConfigureAwait(false);
            if (present is not [var now] || made.Values.FirstOrDefault(v => !table.AreEqual(v.Key, v.Value, now[v.Key])) is { Key: not null } column)
            {
                return row.Table;
            }

            var before = await ResolvedAsync(table, RowImage.FromJson(row.Before!), cancellationToken).ConfigureAwait(false);
            await table.UpdateAsync(key, before.Values, cancellationToken).ConfigureAwait(false);
        }

        return null;
    }

    // The customer before whatever points at it, with a version that nobody has seen.
    private async Task<string?> PutBackAsync(List<CustomerMergeRow> removed, CancellationToken cancellationToken)
    {
        foreach (var row in removed)
        {
            var table = tables.Named(row.Table);
            var image = await ResolvedAsync(table, RowImage.FromJson(row.Before!), cancellationToken).ConfigureAwait(false);
            if ((await table.SelectAsync(RowImage.FromJson(row.Key).Values, cancellationToken).ConfigureAwait(false)).Count > 0)
            {
                return row.Table;
            }

            if (table.IsVersioned)
            {
                image = image.With(TableRows.Version, Convert.ToInt64(image[TableRows.Version], System.Globalization.CultureInfo.InvariantCulture) + 1);
            }

            await table.InsertAsync(image, cancellationToken).ConfigureAwait(false);
        }

        return null;
    }

    private async Task<string?> MoveBackAsync(List<CustomerMergeRow> moved, CancellationToken cancellationToken)
    {
        foreach (var row in moved)
        {
            var (table, key, column) = (tables.Named(row.Table), RowImage.FromJson(row.Key), row.Column!);
            var present = await table.SelectAsync(key.Values, cancellationToken).ConfigureAwait(false);
            if (present is [var now])
            {
                if (!RowImage.AreEqual(now[column], table.Stored(column, merge.SurvivorId.Value)))
                {
                    return row.Table;
                }

                await table.UpdateAsync(key, new Dictionary<string, object?>(StringComparer.Ordinal) { [column] = table.Stored(column, merge.AbsorbedId.Value) }, cancellationToken)
                    .ConfigureAwait(false);
            }
            else if (table.Key.Contains(column))
            {
                return row.Table;
            }
        }

        return null;
    }

    private bool IsCustomer(CustomerMergeRow row) => row.Table == tables.Customers.Table.Name;

    private static bool Differs(TableRows table, RowImage made, RowImage now) =>
        made.Values.Any(v => v.Key != TableRows.Version && (!now.Values.TryGetValue(v.Key, out var value) || !table.AreEqual(v.Key, v.Value, value)) && table.Table.FindColumn(v.Key) is not null);

    // What a row pointed at may have been merged itself meanwhile.
    private async Task<RowImage> ResolvedAsync(TableRows table, RowImage image, CancellationToken cancellationToken)
    {
        foreach (var column in tables.Moving.Where(m => m.Rows == table && m.KindColumn is null).Select(m => m.Column))
        {
            if (image.Values.TryGetValue(column, out var value) && value is not null
                && CustomerId.From(value as Guid? ?? Guid.Parse((string)value)) is var id && id != merge.AbsorbedId && id != merge.SurvivorId)
            {
                var survivor = await context.Set<CustomerTombstone>().Where(t => t.AbsorbedId == id).Select(t => (CustomerId?)t.SurvivorId)
                    .SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
                image = survivor is { } living ? image.With(column, table.Stored(column, living.Value)) : image;
            }
        }

        return image;
    }
}
