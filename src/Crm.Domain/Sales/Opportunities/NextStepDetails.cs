using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>What is to be done next on an opportunity, by when, and when somebody is reminded of it.</summary>
/// <param name="Step">The step, one line of at most 200 characters.</param>
/// <param name="Due">By which day.</param>
public sealed record NextStepDetails(string Step, LocalDate Due)
{
    /// <summary>By which time of that day, in the business's own time zone.</summary>
    /// <value>Nine o'clock by default.</value>
    public LocalTime At { get; init; } = new(9, 0);

    /// <summary>How long before that the reminder comes.</summary>
    /// <value>Null by default: no reminder.</value>
    public Duration? RemindBefore { get; init; }
}
