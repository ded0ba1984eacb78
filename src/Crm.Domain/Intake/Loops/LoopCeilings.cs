using Crm.Domain.Interactions;
using NodaTime;

namespace Crm.Domain.Intake;

/// <summary>
/// How many automatic answers there are at most, so that two programs that answer each other come to rest. The ceiling of a case over
/// ten minutes is the one that Zammad keeps to; longer spans stop slow loops.
/// </summary>
public sealed record LoopCeilings
{
    /// <summary>Ceilings of one case.</summary>
    /// <value>10 in 10 minutes, 25 in an hour and 100 in a day by default.</value>
    public IReadOnlyList<SendingCeiling> PerCase { get; init; } = [new(10, Duration.FromMinutes(10)), new(25, Duration.FromHours(1)), new(100, Duration.FromDays(1))];

    /// <summary>Ceilings of one receiver, over all cases.</summary>
    /// <value>30 in an hour and 120 in a day by default.</value>
    public IReadOnlyList<SendingCeiling> PerRecipient { get; init; } = [new(30, Duration.FromHours(1)), new(120, Duration.FromDays(1))];

    internal Duration Longest => PerCase.Concat(PerRecipient).Select(c => c.Within).DefaultIfEmpty(Duration.Zero).Max();
}
