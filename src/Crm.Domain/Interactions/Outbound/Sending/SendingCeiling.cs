using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>How many messages may go out at most.</summary>
/// <param name="Most">How many.</param>
/// <param name="Within">Within which time.</param>
public sealed record SendingCeiling(int Most, Duration Within);
