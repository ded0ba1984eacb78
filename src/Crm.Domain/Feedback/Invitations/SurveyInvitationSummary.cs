using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Feedback;

/// <summary>An invitation in a list.</summary>
/// <param name="Id">The invitation.</param>
/// <param name="Survey">The survey's key.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="About">The record it is about.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="InvitedAt">When the customer was invited.</param>
/// <param name="ExpiresAt">From when on it cannot be answered.</param>
/// <param name="SettledAt">When it was answered, expired or taken back.</param>
public sealed record SurveyInvitationSummary(
    SurveyInvitationId Id, string Survey, CustomerId CustomerId, SubjectReference? About, SurveyInvitationStatus Status, Instant InvitedAt, Instant ExpiresAt, Instant? SettledAt);
