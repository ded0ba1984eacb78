using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.CustomFields;

/// <summary>A custom field was defined.</summary>
/// <param name="FieldId">The field.</param>
/// <param name="RecordKind">The kind of record it is for.</param>
/// <param name="Key">Its key.</param>
/// <param name="Type">Its type.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("custom-fields.field-defined")]
public sealed record CustomFieldDefined(CustomFieldId FieldId, string RecordKind, string Key, FieldType Type, Instant OccurredAt) : ICrmEvent;

/// <summary>A custom field is called otherwise or accepts something else.</summary>
/// <param name="FieldId">The field.</param>
/// <param name="RecordKind">The kind of record it is for.</param>
/// <param name="Key">Its key.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("custom-fields.field-changed")]
public sealed record CustomFieldChanged(CustomFieldId FieldId, string RecordKind, string Key, Instant OccurredAt) : ICrmEvent;

/// <summary>A custom field takes no values any more.</summary>
/// <param name="FieldId">The field.</param>
/// <param name="RecordKind">The kind of record it is for.</param>
/// <param name="Key">Its key.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("custom-fields.field-archived")]
public sealed record CustomFieldArchived(CustomFieldId FieldId, string RecordKind, string Key, Instant OccurredAt) : ICrmEvent;

/// <summary>An archived custom field takes values again.</summary>
/// <param name="FieldId">The field.</param>
/// <param name="RecordKind">The kind of record it is for.</param>
/// <param name="Key">Its key.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("custom-fields.field-restored")]
public sealed record CustomFieldRestored(CustomFieldId FieldId, string RecordKind, string Key, Instant OccurredAt) : ICrmEvent;
