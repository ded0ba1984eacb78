namespace Crm.Domain.Interactions;

/// <summary>The kinds of activity that are built in.</summary>
public static class ActivityKinds
{
    /// <summary>Something to be done by a moment.</summary>
    public static ActivityKind Task { get; } = new("task");

    /// <summary>A telephone call.</summary>
    public static ActivityKind Call { get; } = new("call");

    /// <summary>A meeting, at a place or by conference.</summary>
    public static ActivityKind Meeting { get; } = new("meeting");
}
