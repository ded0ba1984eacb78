using System.Collections.Concurrent;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Model;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Crm.Persistence.EfCore.Saving;

/// <summary>What the audit says of aggregates that are written in bulk: the same as of a tracked one that is added.</summary>
internal sealed class AddedFields
{
    private static readonly ConcurrentDictionary<IEntityType, AddedFields> s_fields = new();

    private readonly string _name;
    private readonly bool _isPart;
    private readonly (string Name, Func<object, object?> Read)[] _fields;
    private readonly Func<object, object?>[] _key;

    private AddedFields(IEntityType entity)
    {
        var root = entity.FindAnnotation(CrmAnnotations.RootKey)?.Value as string;
        (_name, _isPart) = (entity.ClrType.Name, root is not null);
        _key = [.. entity.FindPrimaryKey()!.Properties.Where(p => p.Name != root).Select(p => PropertyReader.Of(p, null))];
        _fields =
        [
            .. entity.GetProperties()
                .Where(p => p.Name is not ("Id" or nameof(IAggregateRoot.Version) or CrmAnnotations.TenantId) && p.Name != root && p.FindAnnotation(CrmAnnotations.Derived) is null)
                .Select(p => (p.Name, ReaderOf(entity, p))).Where(f => f.Item2 is not null).Select(f => (f.Name, f.Item2!)),
            .. entity.GetComplexProperties().SelectMany(c => c.ComplexType.GetProperties().Select(p => ($"{c.Name}.{p.Name}", PropertyReader.Of(p, c)))),
        ];
    }

    public static string ToJson(IModel model, object root, IEnumerable<object> parts) => AuditJson.Write(Of(model, root, parts));

    /// <summary>The same of an aggregate that is removed: what it had.</summary>
    public static string ToRemovedJson(IModel model, object root, IEnumerable<object> parts) =>
        AuditJson.Write(Of(model, root, parts).Select(c => c with { Before = c.After, After = c.Before }));

    private static IEnumerable<AuditedChange> Of(IModel model, object root, IEnumerable<object> parts) =>
        parts.Prepend(root).Where(o => model.FindEntityType(o.GetType())!.FindAnnotation(CrmAnnotations.Unaudited) is null).SelectMany(o => s_fields.GetOrAdd(model.FindEntityType(o.GetType())!, e => new AddedFields(e)).Of(o));

    private IEnumerable<AuditedChange> Of(object entity)
    {
        var part = _isPart ? $"{_name}:{AuditDraft.KeyOf(_key.Select(k => k(entity)))}" : null;
        foreach (var (name, read) in _fields)
        {
            if (AuditDraft.Format(read(entity)) is { } value)
            {
                yield return new AuditedChange(part, name, null, value);
            }
        }
    }

    // A shadow column is the host's, which bulk writing leaves at its default.
    private static Func<object, object?>? ReaderOf(IEntityType entity, IProperty property) =>
        property == entity.FindDiscriminatorProperty() ? _ => entity.GetDiscriminatorValue()
        : property.IsShadowProperty() ? null
        : PropertyReader.Of(property, null);
}
