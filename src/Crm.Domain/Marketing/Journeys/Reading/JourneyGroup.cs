namespace Crm.Domain.Marketing;

/// <summary>One of the groups that are compared: all who entered, whether they came to the end or not.</summary>
/// <param name="Entered">How many entered so long ago that the time of the goal is over.</param>
/// <param name="Reached">How many of them reached it.</param>
/// <param name="Open">How many more are still watched.</param>
public sealed record JourneyGroup(int Entered, int Reached, int Open)
{
    /// <summary>The share that reached the goal; null when nobody is counted.</summary>
    public double? Rate => Entered == 0 ? null : (double)Reached / Entered;
}
