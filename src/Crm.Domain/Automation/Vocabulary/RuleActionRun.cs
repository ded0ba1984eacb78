using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Automation;

/// <summary>One action while it is done.</summary>
/// <param name="Event">What happened.</param>
/// <param name="RuleKey">Key of the rule.</param>
/// <param name="Subject">The record that it is done to; null where the action needs none.</param>
/// <param name="Customer">The customer that the event leads to; null for none.</param>
/// <param name="Values">What it was given.</param>
/// <param name="Now">The current instant.</param>
public sealed record RuleActionRun(HappenedEvent Event, string RuleKey, SubjectReference? Subject, SubjectReference? Customer, RuleValues Values, Instant Now);
