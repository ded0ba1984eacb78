using System.Globalization;
using Crm.Domain.CustomFields;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using NodaTime;
using NodaTime.Text;

namespace Crm.Persistence.EfCore.Saving;

/// <summary>Collects what one save changes of one aggregate, its parts included.</summary>
internal sealed class AuditDraft(Guid aggregateId)
{
    private readonly List<AuditedChange> _changes = [];

    public Guid AggregateId { get; } = aggregateId;

    public IAggregateRoot? Root { get; private set; }

    public string? AggregateType { get; private set; }

    /// <summary>What changes.</summary>
    public IReadOnlyList<AuditedChange> Changes => _changes;

    /// <summary>Names the root where a save changes parts alone.</summary>
    public void Belongs(IAggregateRoot? root, string aggregateType) => (Root, AggregateType) = (root, aggregateType);

    public void Add(EntityEntry entry)
    {
        string? part = null;
        if (entry.Entity is IAggregateRoot root)
        {
            Root = root;
            AggregateType = entry.Metadata.ClrType.Name;
        }
        else
        {
            part = PartOf(entry);
        }

        foreach (var property in entry.Properties)
        {
            AddChange(entry.State, part, string.Empty, property);
        }

        foreach (var complex in entry.ComplexProperties)
        {
            var (wasMissing, isMissing) = (IsMissing(complex, p => p.OriginalValue), IsMissing(complex, p => p.CurrentValue));
            foreach (var property in complex.Properties)
            {
                AddChange(entry.State, part, complex.Metadata.Name + ".", property, wasMissing, isMissing);
            }
        }
    }

    public string ToJson() => AuditJson.Write(_changes);

    // EF shows the parts of an optional value that is not there as defaults; a part that is always there tells.
    private static bool IsMissing(ComplexPropertyEntry complex, Func<PropertyEntry, object?> value) =>
        complex.Metadata.IsNullable && complex.Properties.Any(p => !p.Metadata.IsNullable && value(p) is null);

    private void AddChange(EntityState state, string? part, string prefix, PropertyEntry property, bool wasMissing = false, bool isMissing = false)
    {
        var metadata = property.Metadata;
        if (metadata.Name is "Id" or nameof(IAggregateRoot.Version) or CrmAnnotations.TenantId || IsRootKey(metadata)
            || metadata.FindAnnotation(CrmAnnotations.Derived) is not null)
        {
            return;
        }

        var before = state == EntityState.Added || wasMissing ? null : Format(property.OriginalValue);
        var after = state == EntityState.Deleted || isMissing ? null : Format(property.CurrentValue);
        if (!string.Equals(before, after, StringComparison.Ordinal))
        {
            _changes.Add(new AuditedChange(part, prefix + metadata.Name, before, after));
        }
    }

    private static bool IsRootKey(IProperty property) =>
        property.DeclaringType is IEntityType entity && entity.FindAnnotation(CrmAnnotations.RootKey)?.Value as string == property.Name;

    // People know a custom field by its key, not by the id of its definition.
    private static string PartOf(EntityEntry entry) => entry.Entity is CustomFieldValue value
        ? string.Create(CultureInfo.InvariantCulture, $"CustomFields:{Escape(value.Key)}/{value.Ordinal}")
        : $"{entry.Metadata.ClrType.Name}:{KeyOf(entry)}";

    private static string KeyOf(EntityEntry entry)
    {
        var root = entry.Metadata.FindAnnotation(CrmAnnotations.RootKey)?.Value as string;
        return KeyOf(entry.Metadata.FindPrimaryKey()!.Properties.Where(p => p.Name != root).Select(p => entry.Property(p.Name).CurrentValue));
    }

    /// <summary>The key of a part as field names hold it.</summary>
    public static string KeyOf(IEnumerable<object?> values) =>
        Escape(string.Join('/', values.Select(Format)));

    private static string Escape(string key) => key.Replace("%", "%25", StringComparison.Ordinal).Replace(".", "%2E", StringComparison.Ordinal);

    /// <summary>A value as the audit keeps it.</summary>
    public static string? Format(object? value) => value switch
    {
        null => null,
        string text => RowFactory.Cut(text, AuditEntry.MaxValueLength),
        bool flag => flag ? "true" : "false",
        decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
        Instant instant => InstantPattern.ExtendedIso.Format(instant),
        LocalDate date => LocalDatePattern.Iso.Format(date),
        Enum name => name.ToString(),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
