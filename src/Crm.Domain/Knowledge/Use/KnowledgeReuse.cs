using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>How often an item served records that it was not written out of.</summary>
/// <param name="Records">How many different records, such as cases; one that was solved with it and whose reply cites it counts once.</param>
/// <param name="LastAt">When it last did.</param>
public sealed record KnowledgeReuse(int Records, Instant? LastAt)
{
    /// <summary>It never did.</summary>
    public static KnowledgeReuse None { get; } = new(0, null);
}
