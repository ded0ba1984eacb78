using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
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
    private static readonly JsonWriterOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly List<(string Field, string? Before, string? After)> _changes = [];

    public Guid AggregateId { get; } = aggregateId;

    public IAggregateRoot? Root { get; private set; }

    public string? AggregateType { get; private set; }

    /// <summary>Names the root where a save changes parts alone.</summary>
    public void Belongs(IAggregateRoot? root, string aggregateType) => (Root, AggregateType) = (root, aggregateType);

    public void Add(EntityEntry entry)
    {
        var prefix = string.Empty;
        if (entry.Entity is IAggregateRoot root)
        {
            Root = root;
            AggregateType = entry.Metadata.ClrType.Name;
        }
        else
        {
            prefix = PrefixOf(entry);
        }

        foreach (var property in entry.Properties)
        {
            AddChange(entry.State, prefix, property);
        }

        foreach (var complex in entry.ComplexProperties)
        {
            var (wasMissing, isMissing) = (IsMissing(complex, p => p.OriginalValue), IsMissing(complex, p => p.CurrentValue));
            foreach (var property in complex.Properties)
            {
                AddChange(entry.State, $"{prefix}{complex.Metadata.Name}.", property, wasMissing, isMissing);
            }
        }
    }

    public string ToJson() => ToJson(_changes);

    /// <summary>The JSON object of some changes: field to value before and after.</summary>
    public static string ToJson(IEnumerable<(string Field, string? Before, string? After)> changes)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, s_json))
        {
            json.WriteStartObject();
            foreach (var (field, before, after) in changes)
            {
                json.WriteStartArray(field);
                json.WriteStringValue(before);
                json.WriteStringValue(after);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    // EF shows the parts of an optional value that is not there as defaults; a part that is always there tells.
    private static bool IsMissing(ComplexPropertyEntry complex, Func<PropertyEntry, object?> value) =>
        complex.Metadata.IsNullable && complex.Properties.Any(p => !p.Metadata.IsNullable && value(p) is null);

    private void AddChange(EntityState state, string prefix, PropertyEntry property, bool wasMissing = false, bool isMissing = false)
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
            _changes.Add((prefix + metadata.Name, before, after));
        }
    }

    private static bool IsRootKey(IProperty property) =>
        property.DeclaringType is IEntityType entity && entity.FindAnnotation(CrmAnnotations.RootKey)?.Value as string == property.Name;

    // People know a custom field by its key, not by the id of its definition.
    private static string PrefixOf(EntityEntry entry) => entry.Entity is CustomFieldValue value
        ? string.Create(CultureInfo.InvariantCulture, $"CustomFields:{Escape(value.Key)}/{value.Ordinal}.")
        : $"{entry.Metadata.ClrType.Name}:{KeyOf(entry)}.";

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
