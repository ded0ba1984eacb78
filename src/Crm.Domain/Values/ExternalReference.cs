namespace Crm.Domain.Values;

/// <summary>
/// What another system calls the same thing: the customer's key in the web shop, the ticket number of the old help desk.
/// Equal when system and value are (ordinal, so case counts); not ordered. There is no default value.
/// </summary>
public sealed record ExternalReference
{
    /// <summary>The most characters of <see cref="System"/>.</summary>
    public const int MaxSystemLength = 64;

    /// <summary>The most characters of <see cref="Value"/>.</summary>
    public const int MaxValueLength = 200;

    /// <summary>Makes a reference.</summary>
    /// <param name="system">The other system's name.</param>
    /// <param name="value">The key there.</param>
    /// <exception cref="ArgumentException">Either is blank, too long or more than one line.</exception>
    public ExternalReference(string system, string value)
    {
        System = SingleLine.Required(system, MaxSystemLength, nameof(system));
        Value = SingleLine.Required(value, MaxValueLength, nameof(value));
    }

    /// <summary>The other system's name, such as <c>shop</c>.</summary>
    public string System { get; }

    /// <summary>The key in that system.</summary>
    public string Value { get; }

    /// <summary>Both parts for people to read.</summary>
    /// <returns><c>system:value</c>.</returns>
    public override string ToString() => $"{System}:{Value}";
}
