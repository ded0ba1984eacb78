using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>A shared record as its partner may see it: neither notes nor drafts, neither cost nor margin, nor a field that is not in <see cref="PartnerOptions.SharedFields"/>.</summary>
/// <param name="Subject">The record.</param>
/// <param name="Access">What the partner may do with it.</param>
/// <param name="Until">From when on it may not any more.</param>
/// <param name="Fields">Its fields as text, in invariant form.</param>
/// <param name="Messages">What the business and its customer wrote to each other, oldest first.</param>
/// <param name="Comments">What partner and business wrote about it, oldest first.</param>
public sealed record SharedRecord(
    SubjectReference Subject, ShareAccess Access, Instant? Until, IReadOnlyDictionary<SharedField, string> Fields, IReadOnlyList<SharedMessage> Messages, IReadOnlyList<SharedMessage> Comments);
