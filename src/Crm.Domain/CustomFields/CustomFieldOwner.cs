namespace Crm.Domain.CustomFields;

/// <summary>
/// A kind of record that can have custom fields. Each area registers its own as a singleton.
/// </summary>
/// <param name="RecordKind">The kind, as <c>SubjectReference</c> names it.</param>
public sealed record CustomFieldOwner(string RecordKind);
