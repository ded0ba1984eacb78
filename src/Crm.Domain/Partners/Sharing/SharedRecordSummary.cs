using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>A shared record in a partner's list.</summary>
/// <param name="Subject">The record.</param>
/// <param name="Access">What the partner may do with it.</param>
/// <param name="SharedAt">Since when.</param>
/// <param name="Until">From when on it may not any more.</param>
public sealed record SharedRecordSummary(SubjectReference Subject, ShareAccess Access, Instant SharedAt, Instant? Until);
