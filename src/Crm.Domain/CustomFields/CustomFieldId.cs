using Crm.Domain.Primitives;

namespace Crm.Domain.CustomFields;

/// <summary>Names one custom field.</summary>
[CrmId]
public readonly partial record struct CustomFieldId;
