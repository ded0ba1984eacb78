namespace Crm.Domain.Customers;

/// <summary>A file of customers, read by the host: its name, what tells it from others, its header.</summary>
/// <param name="Name">The file's name for people, one line of at most 200 characters.</param>
/// <param name="Fingerprint">Equal for equal content, such as a hash of the bytes; an import is resumed by it. One line of at most 200 characters.</param>
/// <param name="Header">The header cells.</param>
public sealed record CustomerImportFile(string Name, string Fingerprint, IReadOnlyList<string> Header)
{
    /// <summary>Which column holds what.</summary>
    /// <value>Null by default: found out from the header.</value>
    public CustomerLayout? Layout { get; init; }
}
