namespace Crm.Domain.Knowledge;

/// <summary>What readers say of an item.</summary>
/// <param name="Helpful">How many say that it helped.</param>
/// <param name="Unhelpful">How many say that it did not.</param>
public sealed record KnowledgeVoteCount(int Helpful, int Unhelpful)
{
    /// <summary>Nobody voted.</summary>
    public static KnowledgeVoteCount None { get; } = new(0, 0);
}
