namespace Crm.Domain.Interactions;

/// <summary>What came of settling an activity.</summary>
/// <param name="Activity">The activity.</param>
public sealed record SettledActivity(Activity Activity)
{
    /// <summary>The contact that was recorded; null where the kind has no channel, or nobody is concerned.</summary>
    public Interaction? Contact { get; init; }

    /// <summary>What was planned to follow.</summary>
    public Activity? FollowUp { get; init; }

    /// <summary>The next of its series.</summary>
    public Activity? Next { get; init; }
}
