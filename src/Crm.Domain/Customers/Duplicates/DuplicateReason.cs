namespace Crm.Domain.Customers;

/// <summary>What one field says about a pair.</summary>
/// <param name="Field">The field, one of <see cref="DuplicateFields"/>.</param>
/// <param name="Level">How well it agrees, one of <see cref="DuplicateLevels"/>.</param>
/// <param name="Weight">
/// Evidence in bits: the logarithm to base 2 of how much likelier this is for one customer than for two; negative where it speaks
/// against. A rare value weighs more than a common one. Weights do not add up to the score where other explanations are likelier than
/// chance, such as a family at one address.
/// </param>
public sealed record DuplicateReason(string Field, string Level, double Weight);
