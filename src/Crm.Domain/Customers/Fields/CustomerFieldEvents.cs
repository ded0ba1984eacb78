using Crm.Domain.CustomFields;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>A customer got a value of a custom field; the value stays with the customer.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="FieldId">The field.</param>
/// <param name="Key">Its key.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("customers.custom-field-set")]
public sealed record CustomerFieldSet(CustomerId CustomerId, CustomFieldId FieldId, string Key, Instant OccurredAt) : ICrmEvent;

/// <summary>A customer has no value of a custom field any more.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="FieldId">The field.</param>
/// <param name="Key">Its key.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("customers.custom-field-cleared")]
public sealed record CustomerFieldCleared(CustomerId CustomerId, CustomFieldId FieldId, string Key, Instant OccurredAt) : ICrmEvent;
