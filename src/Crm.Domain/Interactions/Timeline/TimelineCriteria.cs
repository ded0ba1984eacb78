namespace Crm.Domain.Interactions;

/// <summary>Which rows of a timeline to list; every condition that is set must hold.</summary>
public sealed record TimelineCriteria
{
    /// <summary>Every row.</summary>
    public static TimelineCriteria All { get; } = new();

    /// <summary>Kinds of happening.</summary>
    /// <value>Empty by default: every kind.</value>
    public IReadOnlyList<string> Kinds { get; init; } = [];
}
