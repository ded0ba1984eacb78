namespace Crm.Domain.Customers;

/// <summary>Which value of a field survives, and why.</summary>
/// <param name="Field">The field; see <see cref="MergeFields"/>.</param>
/// <param name="Survivor">The survivor's value as text, before the merge.</param>
/// <param name="Absorbed">The absorbed customer's value as text.</param>
/// <param name="Origin">Whose value survives; both when they are equal.</param>
/// <param name="Rule">The rule that decided.</param>
public sealed record MergeFieldDecision(string Field, string? Survivor, string? Absorbed, MergeSide Origin, SurvivorshipRule Rule)
{
    /// <summary>The value that survives.</summary>
    public string? Value => Origin == MergeSide.Absorbed ? Absorbed : Survivor;
}
