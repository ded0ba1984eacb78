using Crm.Domain.Customers;

namespace Crm.Persistence.Specification.Customers;

/// <summary>A file with its rows.</summary>
public sealed record ImportInput(string Name, string Fingerprint, IReadOnlyList<string> Header, IAsyncEnumerable<CustomerImportRow> Rows)
{
    public CustomerLayout? Layout { get; init; }

    public CustomerImportFile File => new(Name, Fingerprint, Header) { Layout = Layout };
}
