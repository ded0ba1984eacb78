using Crm.Domain.Customers;
using Crm.Persistence.EfCore.Sql;

namespace Crm.Persistence.EfCore.Customers;

/// <summary>What one merge does to rows, in order.</summary>
internal sealed class MergeJournal(MergeId mergeId)
{
    private readonly List<CustomerMergeRow> _rows = [];

    public IReadOnlyList<CustomerMergeRow> Rows => _rows;

    public void Moved(TableRows table, string column, RowImage key) => Add(MergeRowChange.Moved, table, key, column: column);

    public void Removed(TableRows table, RowImage row) => Add(MergeRowChange.Removed, table, table.KeyOf(row), before: row);

    /// <summary>Notes the differences between what rows were and what they are.</summary>
    public void Changes(IReadOnlyList<(TableRows Rows, RowImage Image)> before, IReadOnlyList<(TableRows Rows, RowImage Image)> after)
    {
        var present = after.ToDictionary(r => (r.Rows.Table.Name, r.Rows.KeyOf(r.Image).ToJson()), r => r);
        foreach (var (table, was) in before)
        {
            if (!present.Remove((table.Table.Name, table.KeyOf(was).ToJson()), out var now))
            {
                Removed(table, was);
                continue;
            }

            var changed = was.Values.Keys.Where(c => c is not (TableRows.Version or CustomerKeyConfiguration.Fingerprint) && !table.AreEqual(c, was[c], now.Image[c])).ToList();
            if (changed.Count > 0)
            {
                Add(MergeRowChange.Changed, table, table.KeyOf(was), before: was.Only(changed), after: now.Image.Only(changed));
            }
        }

        foreach (var (table, image) in present.Values)
        {
            Add(MergeRowChange.Added, table, table.KeyOf(image), after: image);
        }
    }

    private void Add(MergeRowChange change, TableRows table, RowImage key, string? column = null, RowImage? before = null, RowImage? after = null) => _rows.Add(new CustomerMergeRow
    {
        MergeId = mergeId,
        Ordinal = _rows.Count + 1,
        Change = change,
        Table = table.Table.Name,
        Column = column,
        Key = key.ToJson(),
        Before = before?.ToJson(),
        After = after?.ToJson(),
    });
}
