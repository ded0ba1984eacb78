using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>A record was shared with a partner.</summary>
/// <param name="ShareId">The sharing.</param>
/// <param name="PartnerId">The partner.</param>
/// <param name="Subject">The record.</param>
/// <param name="Access">What the partner may do with it.</param>
/// <param name="Until">From when on it may not any more; null for no end.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("partners.record-shared")]
public sealed record RecordShared(RecordShareId ShareId, PartnerId PartnerId, SubjectReference Subject, ShareAccess Access, Instant? Until, Instant OccurredAt) : ICrmEvent;

/// <summary>Somebody wrote about a record that is shared with a partner.</summary>
/// <param name="ShareId">The sharing.</param>
/// <param name="PartnerId">The partner.</param>
/// <param name="Subject">The record.</param>
/// <param name="IsOfPartner">Whether the partner wrote it, rather than the staff.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("partners.shared-record-commented")]
public sealed record SharedRecordCommented(RecordShareId ShareId, PartnerId PartnerId, SubjectReference Subject, bool IsOfPartner, Instant OccurredAt) : ICrmEvent;

/// <summary>A partner changed a record that is shared with it.</summary>
/// <param name="ShareId">The sharing.</param>
/// <param name="PartnerId">The partner.</param>
/// <param name="Subject">The record.</param>
/// <param name="Field">The field.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("partners.shared-record-edited")]
public sealed record SharedRecordEdited(RecordShareId ShareId, PartnerId PartnerId, SubjectReference Subject, SharedField Field, Instant OccurredAt) : ICrmEvent;

/// <summary>A record is not shared with a partner any more.</summary>
/// <param name="ShareId">The sharing.</param>
/// <param name="PartnerId">The partner.</param>
/// <param name="Subject">The record.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("partners.record-share-revoked")]
public sealed record RecordShareRevoked(RecordShareId ShareId, PartnerId PartnerId, SubjectReference Subject, Instant OccurredAt) : ICrmEvent;
