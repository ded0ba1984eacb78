using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>
/// What a journey changed: those who entered against the control group, by the goal. Only those are counted whose time is over, so that
/// nobody counts as lost too early. With a goal of purchases, one minus the rate is the share that was lost.
/// </summary>
/// <param name="Event">The event of the goal.</param>
/// <param name="Within">How long after entry it counts.</param>
/// <param name="Treated">Those who took the journey.</param>
/// <param name="Control">Those who were only watched.</param>
/// <param name="Difference">Treated less control, with its interval; null while one of the groups is empty.</param>
public sealed record JourneyEffect(string Event, Period Within, JourneyGroup Treated, JourneyGroup Control, ProportionDifference? Difference);
