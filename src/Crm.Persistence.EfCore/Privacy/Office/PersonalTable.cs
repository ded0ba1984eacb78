using Crm.Persistence.EfCore.Model;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Crm.Persistence.EfCore.Privacy;

/// <summary>The rows of one table that are about a person.</summary>
internal sealed class PersonalTable(TableRows rows)
{
    private readonly Dictionary<string, RowImage> _images = new(StringComparer.Ordinal);

    public TableRows Rows => rows;

    public string Name => rows.Table.Name;

    public IReadOnlyCollection<RowImage> Images => _images.Values;

    /// <summary>Whether an erasure deletes the rows.</summary>
    public bool Goes => rows.Table.EntityTypeMappings.Any(m => PersonalData.Goes((IReadOnlyEntityType)m.TypeBase));

    /// <summary>The columns that hold the id of the record that rows are parts of.</summary>
    public IEnumerable<string> RootColumns => rows.Table.EntityTypeMappings
        .Select(m => m.TypeBase is IEntityType entity && entity.FindAnnotation(CrmAnnotations.RootKey)?.Value is string root ? entity.FindProperty(root)?.GetTableColumnMappings().First().Column.Name : null)
        .OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>Whether rows are about the customer and somebody else, as another column that points at customers says.</summary>
    public bool IsShared(RowImage image, IReadOnlySet<Guid> customers) => rows.Table.Columns
        .Where(c => c.PropertyMappings.Any(m => CustomerReferences.HowOf(m.Property) == CustomerReferences.Moves))
        .Any(c => IdOf(image[c.Name]) is { } id && !customers.Contains(id));

    /// <summary>Whether rows are parts of records, and this one names the customer itself: a participant of somebody else's call.</summary>
    public bool NamesPart(RowImage image, IReadOnlySet<Guid> customers) => RootColumns.Any() && rows.Table.Columns
        .Where(c => c.PropertyMappings.Any(m => CustomerReferences.HowOf(m.Property) == CustomerReferences.Moves))
        .Any(c => IdOf(image[c.Name]) is { } id && customers.Contains(id));

    public void Add(IEnumerable<RowImage> images)
    {
        foreach (var image in images)
        {
            _images.TryAdd(rows.KeyOf(image).ToJson(), image);
        }
    }

    /// <summary>Makes what is encrypted readable, to be told apart and struck out.</summary>
    public void Decrypt()
    {
        foreach (var (key, image) in _images.ToList())
        {
            _images[key] = rows.Decrypted(image);
        }
    }

    /// <summary>The ids in a column.</summary>
    public IEnumerable<Guid> Ids(string column) => Images.Select(i => IdOf(i[column])).OfType<Guid>();

    public static Guid? IdOf(object? stored) => stored switch
    {
        Guid id => id,
        string text when Guid.TryParse(text, out var id) => id,
        _ => null,
    };
}
