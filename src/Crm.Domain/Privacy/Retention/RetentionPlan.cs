using NodaTime;

namespace Crm.Domain.Privacy;

/// <summary>What a policy would do now.</summary>
/// <param name="Before">Records from before this instant are old enough.</param>
/// <param name="Due">How many are due.</param>
/// <param name="Held">How many more are old enough and under a legal hold.</param>
public sealed record RetentionPlan(Instant Before, int Due, int Held);
