using Crm.Domain.Values;

namespace Crm.Domain.Primitives;

/// <summary>What the timeline shows of one happening.</summary>
/// <param name="Kind">Kind of happening, such as <c>call</c>, <c>case-opened</c>, <c>order-placed</c>; at most 40 characters.</param>
/// <param name="Text">One line for people; longer text is cut at 200 characters when stored.</param>
/// <param name="Audience">Who may see it.</param>
/// <param name="Subjects">Every record whose timeline shows it; at least one.</param>
public sealed record TimelineNote(string Kind, string Text, Audience Audience, IReadOnlyList<SubjectReference> Subjects)
{
    /// <summary>The channel's key, for contacts.</summary>
    public string? Channel { get; init; }

    /// <summary>The direction, for contacts.</summary>
    public Direction? Direction { get; init; }

    /// <summary>Id of the agent that it is tied to.</summary>
    /// <value>Null by default: the agent who acts.</value>
    public string? AgentId { get; init; }

    /// <summary>The record to open for more.</summary>
    public SubjectReference? Reference { get; init; }
}
