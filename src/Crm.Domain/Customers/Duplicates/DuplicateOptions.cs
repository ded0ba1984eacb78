namespace Crm.Domain.Customers;

/// <summary>How customers are checked for duplicates.</summary>
public sealed class DuplicateOptions
{
    /// <summary>The rules: fields, weights and thresholds.</summary>
    /// <value><see cref="DuplicateRules.Default"/> by default.</value>
    public DuplicateRules Rules { get; set; } = DuplicateRules.Default;

    /// <summary>
    /// Whether <see cref="CustomerDirectory"/> refuses to record a customer who is probably there already, and changes that make
    /// a customer look like another, unless <see cref="CustomerDirectory.AllowingDuplicates"/> says otherwise.
    /// </summary>
    /// <value>False by default.</value>
    public bool Refuse { get; set; }
}
