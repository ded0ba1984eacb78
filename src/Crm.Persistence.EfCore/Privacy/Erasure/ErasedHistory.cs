using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Crm.Domain.Auditing;
using Crm.Domain.Privacy;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Model;
using Crm.Persistence.EfCore.Saving;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Crm.Persistence.EfCore.Privacy;

/// <summary>Takes personal values out of what audit and events hold, and keeps that, when and by whom something was changed.</summary>
internal sealed class ErasedHistory(IModel model, EventCatalog catalog, Redaction redaction)
{
    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ILookup<string, IEntityType> _entities = model.GetEntityTypes().Where(e => !e.IsOwned()).ToLookup(e => e.ClrType.Name, StringComparer.Ordinal);

    /// <summary>Whether nothing of an aggregate and its parts says anything about a person.</summary>
    public bool IsImpersonal(string aggregateType) => _entities.Contains(aggregateType)
        && _entities[aggregateType].SelectMany(e => e.GetReferencingForeignKeys().Select(f => f.DeclaringEntityType).Where(p => p.FindAnnotation(CrmAnnotations.RootKey) is not null).Prepend(e))
            .All(e => AllProperties(e).All(p => PersonalData.KindOf(p) is null));

    /// <summary>The changes of an audit row without personal values; of a record about others too, with the identifiers struck out.</summary>
    public string Changes(string changes, string aggregateType, bool isShared)
    {
        if (isShared)
        {
            return redaction.Of(changes)!;
        }

        var kept = new List<AuditedChange>();
        foreach (var changed in AuditJson.Read(changes))
        {
            var change = FieldChange.Parse(changed.Name, null, null);
            var entities = _entities[change.Part ?? aggregateType].ToList();

            // The key of a part that goes, such as a tag, says as much as its values.
            if (change.Part is not null && (entities.Count == 0 || entities.Exists(PersonalData.Goes)))
            {
                continue;
            }

            kept.Add(entities.SelectMany(AllProperties).Any(p => PersonalData.PathOf(p) == change.Field && PersonalData.KindOf(p) is null)
                ? changed
                : changed with { Before = null, After = null });
        }

        return redaction.Of(AuditJson.Write(kept))!;
    }

    /// <summary>The payload of an event with the same shape.</summary>
    public string Payload(string payload, string eventName, bool isShared)
    {
        if (isShared || catalog.TypeOf(eventName) is not { } type)
        {
            return isShared ? redaction.Of(payload)! : "{}";
        }

        var json = JsonNode.Parse(payload) as JsonObject ?? [];
        foreach (var property in type.GetProperties())
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            if (json[name] is not null && (property.PropertyType == typeof(string) || property.PropertyType == typeof(LanguageTag)))
            {
                json[name] = property.PropertyType == typeof(string) ? Redaction.Erased : null;
            }
        }

        return json.ToJsonString(s_json);
    }

    private static IEnumerable<IReadOnlyProperty> AllProperties(IReadOnlyEntityType entity) =>
        entity.GetProperties().Concat(entity.GetComplexProperties().SelectMany(c => CustomerReferences.Properties(c.ComplexType)));
}
