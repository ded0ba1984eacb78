using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>The answer of one participant, as its calendar sends it.</summary>
/// <param name="Uid">The activity, or the first of its series.</param>
/// <param name="Sequence">Which invitation was answered.</param>
/// <param name="Attendee">Who answers.</param>
/// <param name="Acceptance">What is answered.</param>
/// <param name="Occurrence">Which of a series is meant; null for the one named.</param>
/// <param name="Stamp">When it was answered, by the other side's clock.</param>
internal sealed record CalendarReply(ActivityId Uid, int Sequence, EmailAddress Attendee, Acceptance Acceptance, Instant? Occurrence, Instant? Stamp);
