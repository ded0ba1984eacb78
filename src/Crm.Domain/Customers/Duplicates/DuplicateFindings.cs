namespace Crm.Domain.Customers;

/// <summary>Who is probably the same as a customer.</summary>
/// <param name="Candidates">Customers that the actor may read, likeliest first.</param>
/// <param name="Hidden">How many more there are that the actor may not read.</param>
public sealed record DuplicateFindings(IReadOnlyList<DuplicateCandidate> Candidates, int Hidden)
{
    /// <summary>Nobody.</summary>
    public static DuplicateFindings None { get; } = new([], 0);

    /// <summary>Whether there is nobody.</summary>
    public bool IsEmpty => Candidates.Count == 0 && Hidden == 0;
}
