using Crm.Domain.Customers;
using Crm.Persistence.EfCore.Model;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Crm.Persistence.EfCore.Customers;

/// <summary>The tables of one context that a merge touches, as their entities are registered.</summary>
internal sealed class MergeTables
{
    private readonly DbContext _context;
    private readonly Dictionary<ITable, TableRows> _rows = [];

    public MergeTables(DbContext context)
    {
        _context = context;
        if (CustomerReferences.Forgotten(context.Model) is { Count: > 0 } forgotten)
        {
            throw new InvalidOperationException(
                $"A merge would leave these behind: {string.Join(", ", forgotten)}. Register them with modelBuilder.RegisterCustomerReference, or exempt them with a reason.");
        }

        var entities = context.Model.GetEntityTypes().Where(e => e.GetTableName() is not null).ToList();
        Customers = RowsOf(context.Model.FindEntityType(typeof(Customer))!);
        Parts = [.. entities.SelectMany(e => e.GetDeclaredProperties().Where(p => CustomerReferences.HowOf(p) == CustomerReferences.GoesWithCustomer).Select(p => (RowsOf(e), ColumnOf(p))))];
        Moving = [.. entities.SelectMany(e => CustomerReferences.Properties(e).Cast<IProperty>().Select(p => Reference(e, p)).OfType<MovingReference>())];
    }

    /// <summary>The customers themselves.</summary>
    public TableRows Customers { get; }

    /// <summary>The tables of a customer's parts, each with the column that holds the customer's id.</summary>
    public IReadOnlyList<(TableRows Rows, string Column)> Parts { get; }

    /// <summary>Everything else that points at customers.</summary>
    public IReadOnlyList<MovingReference> Moving { get; }

    public TableRows Named(string table) => _rows.Values.FirstOrDefault(r => r.Table.Name == table)
        ?? throw new InvalidOperationException($"The record of a merge names {table}, which this context does not map any more.");

    /// <summary>All rows of one customer, its own first.</summary>
    public async Task<List<(TableRows Rows, RowImage Image)>> ImagesAsync(CustomerId id, CancellationToken cancellationToken)
    {
        var images = new List<(TableRows, RowImage)>();
        foreach (var (rows, column) in Parts.Prepend((Customers, nameof(Customer.Id))))
        {
            var where = new Dictionary<string, object?>(StringComparer.Ordinal) { [column] = rows.Stored(column, id.Value) };
            images.AddRange((await rows.SelectAsync(where, cancellationToken).ConfigureAwait(false)).Select(image => (rows, image)));
        }

        return images;
    }

    private MovingReference? Reference(IEntityType entity, IProperty property)
    {
        if (CustomerReferences.HowOf(property) is not { } how || (how != CustomerReferences.Moves && CustomerReferences.KindPropertyOf(how) is null))
        {
            return null;
        }

        var column = ColumnOf(property);
        var table = TableOf(entity);
        var unique = table.Indexes.Where(i => i.IsUnique).Select(i => i.Columns.Select(c => c.Name).ToList())
            .Concat(table.UniqueConstraints.Select(u => u.Columns.Select(c => c.Name).ToList()))
            .Where(columns => columns.Contains(column))
            .Select(columns => (IReadOnlyList<string>)columns.FindAll(c => c != column))
            .ToList();
        var kind = CustomerReferences.KindPropertyOf(how) is { } kindProperty ? ColumnOf((IProperty)property.DeclaringType.FindProperty(kindProperty)!) : null;
        return new MovingReference(RowsOf(entity), column, kind, unique, typeof(Customer).IsAssignableFrom(entity.ClrType), RootOf(entity));
    }

    private (TableRows Rows, string Column)? RootOf(IEntityType entity)
    {
        if (entity.FindAnnotation(CrmAnnotations.RootKey)?.Value is not string key || entity.FindProperty(key) is not { } property)
        {
            return null;
        }

        var principal = property.GetContainingForeignKeys().Select(f => f.PrincipalEntityType).FirstOrDefault();
        return principal is null ? null : (RowsOf(principal), ColumnOf(property));
    }

    private TableRows RowsOf(IEntityType entity)
    {
        var table = TableOf(entity);
        if (!_rows.TryGetValue(table, out var rows))
        {
            _rows.Add(table, rows = new TableRows(_context, table));
        }

        return rows;
    }

    private static ITable TableOf(IEntityType entity) => entity.GetTableMappings().First().Table;

    private static string ColumnOf(IProperty property) => property.GetTableColumnMappings().First().Column.Name;
}
