namespace Crm.Domain.Marketing;

/// <summary>What a variant achieved.</summary>
/// <param name="Key">The variant.</param>
/// <param name="Sent">To how many it was sent.</param>
/// <param name="Successes">How many of them did what counts.</param>
public sealed record VariantResult(string Key, int Sent, int Successes)
{
    /// <summary>The share; 0 where nothing was sent.</summary>
    public double Rate => Sent == 0 ? 0 : (double)Successes / Sent;
}
