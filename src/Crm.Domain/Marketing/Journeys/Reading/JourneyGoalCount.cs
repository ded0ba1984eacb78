namespace Crm.Domain.Marketing;

/// <summary>How many contacts of one group entered, and how many reached the goal.</summary>
/// <param name="IsControl">Whether they are only watched.</param>
/// <param name="IsOver">Whether the time in which the goal counts is over for them.</param>
/// <param name="Entered">How many entered.</param>
/// <param name="Reached">How many of them reached the goal.</param>
public sealed record JourneyGoalCount(bool IsControl, bool IsOver, int Entered, int Reached);
