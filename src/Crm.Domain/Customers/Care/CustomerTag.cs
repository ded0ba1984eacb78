namespace Crm.Domain.Customers;

/// <summary>A word by which staff group customers. Part of <see cref="Customer"/>; added and removed by its acts.</summary>
public sealed class CustomerTag
{
    /// <summary>Longest tag.</summary>
    public const int MaxLength = 64;

    private CustomerTag() => Name = null!;

    internal CustomerTag(string name) => Name = name;

    /// <summary>The tag, normalised: composed, in lower case, with single blanks.</summary>
    public string Name { get; private set; }
}
